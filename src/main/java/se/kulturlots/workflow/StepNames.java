package se.kulturlots.workflow;

import java.util.Locale;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What processes and their steps are called. Diagrams are written in Swedish; the other
 * languages have their names among the texts, by the id in the diagram.
 */
@Component
class StepNames {

	private static final String NAME = "workflow.name.";

	private static final String ANSWER = "workflow.answer.";

	private final MessageSource messages;

	StepNames(MessageSource messages) {
		this.messages = messages;
	}

	/** An id that means one thing here and another there has a name for each process. */
	String of(String process, String id, String written, Locale locale) {
		return find(NAME + process + '.' + id, find(NAME + id, written, locale), locale);
	}

	/** What is written on an arrow. */
	String answer(String written, Locale locale) {
		return find(ANSWER + written, written, locale);
	}

	/** In Swedish the diagram itself is right, also one that has been replaced since. */
	private String find(String key, String otherwise, Locale locale) {
		return locale.getLanguage().equals("sv") ? otherwise
				: Objects.requireNonNull(this.messages.getMessage(key, null, otherwise, locale));
	}

}
