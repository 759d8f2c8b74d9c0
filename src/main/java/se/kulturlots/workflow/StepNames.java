package se.kulturlots.workflow;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What processes and their steps are called. Diagrams are written in Swedish; the other
 * languages have their names among the texts, by the id in the diagram.
 */
@Component
class StepNames {

	private static final String NAME = "workflow.name.";

	private static final String WAITING = "workflow.waiting.";

	private static final String ANSWER = "workflow.answer.";

	private final MessageSource messages;

	StepNames(MessageSource messages) {
		this.messages = messages;
	}

	/** An id that means one thing here and another there has a name for each process. */
	String of(String process, String id, String written, Locale locale) {
		return find(NAME + process + '.' + id, find(NAME + id, written, locale), locale);
	}

	/**
	 * What a step waits for.
	 * @param until when that is, in words, or null
	 */
	String waiting(String process, String id, String name, @Nullable String until, Locale locale) {
		String what = text(WAITING + process + '.' + id, text(WAITING + id, name, locale), locale);
		return (until == null) ? what
				: this.messages.getMessage("workflow.waiting.until", new Object[] { what, until }, locale);
	}

	/** What is written on an arrow. */
	String answer(String written, Locale locale) {
		return find(ANSWER + written, written, locale);
	}

	/** In Swedish the diagram itself is right, also one that has been replaced since. */
	private String find(String key, String otherwise, Locale locale) {
		return locale.getLanguage().equals("sv") ? otherwise : text(key, otherwise, locale);
	}

	private String text(String key, String otherwise, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage(key, null, otherwise, locale));
	}

}
