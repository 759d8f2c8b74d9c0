package se.kulturlots.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.util.Assert;

import se.kulturlots.core.DateText;
import se.kulturlots.core.PlainText;
import se.kulturlots.core.PublicAddress;
import se.kulturlots.core.Said;

/**
 * A letter being written. Our own texts come from message keys; dates, times and instants
 * among the arguments are written out in the reader's language and the authority's zone.
 * What an officer has said in another language than the reader's is marked as such.
 */
public final class LetterDraft {

	private final MessageSource messages;

	private final PublicAddress address;

	private final ZoneId zone;

	private final Locale own;

	private final Locale locale;

	private final List<Letter.Part> parts = new ArrayList<>();

	private @Nullable String subject;

	private @Nullable String subjectLang;

	private @Nullable String alsoIn;

	private @Nullable String unsubscribe;

	LetterDraft(MessageSource messages, PublicAddress address, ZoneId zone, Locale own, Locale locale) {
		this.messages = messages;
		this.address = address;
		this.zone = zone;
		this.own = own;
		this.locale = locale;
	}

	/**
	 * The subject.
	 * @return this draft
	 */
	public LetterDraft subject(String key, Object... arguments) {
		this.subject = ours(key, arguments);
		return this;
	}

	/**
	 * The subject in an officer's own words.
	 * @return this draft
	 */
	public LetterDraft writtenSubject(Said line) {
		this.subject = line.text();
		this.subjectLang = lang(line);
		return this;
	}

	/**
	 * Adds a sentence of ours.
	 * @return this draft
	 */
	public LetterDraft paragraph(String key, Object... arguments) {
		return add(new Letter.Paragraph(ours(key, arguments)));
	}

	/**
	 * Adds a heading.
	 * @return this draft
	 */
	public LetterDraft heading(String key, Object... arguments) {
		return add(new Letter.Heading(ours(key, arguments), null));
	}

	/**
	 * Adds a heading in an officer's own words.
	 * @return this draft
	 */
	public LetterDraft writtenHeading(Said line) {
		return add(new Letter.Heading(PlainText.line(line.text()), lang(line)));
	}

	/**
	 * Adds what an officer has written in the authority's language; empty lines part
	 * paragraphs.
	 * @param text plain text, nothing is added if it is blank
	 * @return this draft
	 */
	public LetterDraft written(@Nullable String text) {
		return written((text != null) ? own(text) : null);
	}

	/**
	 * Adds what an officer has written; empty lines part paragraphs.
	 * @param said plain text, nothing is added if it is blank
	 * @return this draft
	 */
	public LetterDraft written(@Nullable Said said) {
		return (said == null || said.text().isBlank()) ? this
				: add(new Letter.Written(paragraphs(said.text()), lang(said)));
	}

	/**
	 * Adds a list.
	 * @param items nothing is added if there are none
	 * @return this draft
	 */
	public LetterDraft items(List<Letter.Line> items) {
		return items.isEmpty() ? this : add(new Letter.Items(items));
	}

	/**
	 * A line for a list, or a link.
	 * @param begins what it begins with, in somebody's words
	 * @param rest what follows on them, in words of ours
	 */
	public Letter.Line line(Said begins, String rest) {
		return new Letter.Line(PlainText.text(begins.text()), lang(begins), PlainText.text(rest));
	}

	/** A line for a list, in words of ours. */
	public Letter.Line line(String ours) {
		return new Letter.Line(PlainText.text(ours), null, "");
	}

	/**
	 * Adds a fact; facts one after the other stand together.
	 * @param value a text, date, time, instant, number or what somebody said; nothing is
	 * added if it is null or blank
	 * @return this draft
	 */
	public LetterDraft fact(String labelKey, @Nullable Object value) {
		if (value == null || shown(value).isBlank()) {
			return this;
		}
		List<Letter.Fact> facts = new ArrayList<>();
		if (!this.parts.isEmpty() && this.parts.get(this.parts.size() - 1) instanceof Letter.Facts before) {
			facts.addAll(before.facts());
			this.parts.remove(before);
		}
		facts.add(new Letter.Fact(ours(labelKey), shown(value), (value instanceof Said said) ? said.lang() : null));
		return add(new Letter.Facts(List.copyOf(facts)));
	}

	/**
	 * Adds a button.
	 * @param labelKey the key of what it says
	 * @param path the path of the page, without language prefix
	 * @return this draft
	 */
	public LetterDraft button(String labelKey, String path) {
		return add(new Letter.Button(ours(labelKey), this.address.url(this.own, this.locale, path)));
	}

	/**
	 * Adds a link on a line of its own.
	 * @param label what is there, for example a title
	 * @param path the path of the page, without language prefix
	 * @return this draft
	 */
	public LetterDraft link(Letter.Line label, String path) {
		return add(new Letter.Link(label, this.address.url(this.own, this.locale, path)));
	}

	/**
	 * Adds a link on a line of its own.
	 * @param label what is there, in words of ours
	 * @param path the path of the page, without language prefix
	 * @return this draft
	 */
	public LetterDraft link(String label, String path) {
		return link(line(label), path);
	}

	/**
	 * Adds a link on a line of its own, in words of ours.
	 * @param labelKey the key of what is there
	 * @param path the path of the page, without language prefix
	 * @return this draft
	 */
	public LetterDraft ourLink(String labelKey, String path) {
		return link(ours(labelKey), path);
	}

	/**
	 * Lets mail programs unsubscribe whoever gets it, by one click (RFC 8058).
	 * @param path the path that they post to
	 * @return this draft
	 */
	public LetterDraft unsubscribe(String path) {
		this.unsubscribe = this.address.url(path);
		return this;
	}

	/**
	 * The letter.
	 * @return as written so far
	 */
	public Letter build() {
		Assert.state(this.subject != null, "a letter needs a subject");
		return new Letter(this.locale, this.subject, this.parts, this.unsubscribe, this.subjectLang, this.alsoIn);
	}

	private LetterDraft add(Letter.Part part) {
		this.parts.add(part);
		return this;
	}

	/** What an officer has said in the authority's language, and in no other. */
	public Said own(String text) {
		return new Said(text, ownLang());
	}

	/**
	 * The language of what the authority has written itself, where it is another than the
	 * reader's.
	 * @return its tag; null where it is the reader's
	 */
	public @Nullable String ownLang() {
		return this.own.equals(this.locale) ? null : this.own.getLanguage();
	}

	private @Nullable String lang(Said said) {
		if (said.lang() != null) {
			this.alsoIn = said.lang();
		}
		return said.lang();
	}

	private String ours(String key, Object... arguments) {
		Object[] shown = Arrays.stream(arguments)
			.map((argument) -> (argument instanceof Number) ? argument : shown(argument))
			.toArray();
		return this.messages.getMessage(key, shown, this.locale);
	}

	private String shown(Object value) {
		if (value instanceof LocalDate date) {
			return DateText.date(date, this.locale);
		}
		if (value instanceof Instant instant) {
			return DateText.dateTime(instant, this.zone, this.locale);
		}
		if (value instanceof LocalTime time) {
			return DateText.time(time, this.locale);
		}
		if (value instanceof Said said) {
			lang(said);
			return PlainText.text(said.text());
		}
		return PlainText.text(value.toString());
	}

	private static List<List<String>> paragraphs(String text) {
		return Arrays.stream(PlainText.text(text).split("\\n[ \\t]*\\n\\s*"))
			.map((paragraph) -> List.of(paragraph.split("\n")))
			.toList();
	}

}
