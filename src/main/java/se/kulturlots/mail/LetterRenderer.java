package se.kulturlots.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authority;
import se.kulturlots.authority.AuthorityTexts;
import se.kulturlots.authority.TextKind;

/** Makes a letter's text and HTML, with the authority's name and contact. */
@Component
class LetterRenderer {

	private final TemplateEngine templates;

	private final MessageSource messages;

	LetterRenderer(TemplateEngine templates, MessageSource messages) {
		this.templates = templates;
		this.messages = messages;
	}

	String text(Letter letter, Authority authority, List<AuthorityTexts.Written> texts) {
		return new LetterText(letter, frame(authority, letter.locale(), texts)).toString();
	}

	RenderedLetter render(Letter letter, Authority authority, List<AuthorityTexts.Written> texts) {
		LetterFrame frame = frame(authority, letter.locale(), texts);
		StringOutput html = new StringOutput();
		this.templates.render("mail/letter.jte", Map.of("letter", letter, "frame", frame), html);
		return new RenderedLetter(new LetterText(letter, frame).toString(), html.toString());
	}

	LetterFrame frame(Authority authority, Locale locale, List<AuthorityTexts.Written> texts) {
		String phone = authority.contactPhone();
		return new LetterFrame(authority.name(), authority.contactName(), authority.contactEmail(),
				(phone != null) ? phone : "", authority.accentColour(), Contrast.readableOn(authority.accentColour()),
				text("mail.letter.regards", locale), text("mail.letter.questions", locale),
				text("mail.letter.address", locale), signature(authority, locale, texts));
	}

	private static List<String> signature(Authority authority, Locale locale, List<AuthorityTexts.Written> texts) {
		return texts.stream()
			.filter((written) -> written.is(authority.id(), TextKind.MAIL_SIGNATURE, locale))
			.findFirst()
			.map((written) -> written.text().lines().toList())
			.orElse(List.of(authority.contactName(), authority.name()));
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
