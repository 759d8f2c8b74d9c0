package se.kulturlots.mail;

import java.util.Locale;
import java.util.Map;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authority;

/** Makes a letter's text and HTML, with the authority's name and contact. */
@Component
class LetterRenderer {

	private final TemplateEngine templates;

	private final MessageSource messages;

	LetterRenderer(TemplateEngine templates, MessageSource messages) {
		this.templates = templates;
		this.messages = messages;
	}

	RenderedLetter render(Letter letter, Authority authority) {
		LetterFrame frame = frame(authority, letter.locale());
		StringOutput html = new StringOutput();
		this.templates.render("mail/letter.jte", Map.of("letter", letter, "frame", frame), html);
		return new RenderedLetter(new LetterText(letter, frame).toString(), html.toString());
	}

	private LetterFrame frame(Authority authority, Locale locale) {
		String phone = authority.contactPhone();
		return new LetterFrame(authority.name(), authority.contactName(), authority.contactEmail(),
				(phone != null) ? phone : "", authority.accentColour(), Contrast.readableOn(authority.accentColour()),
				text("mail.letter.regards", locale), text("mail.letter.questions", locale),
				text("mail.letter.address", locale));
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
