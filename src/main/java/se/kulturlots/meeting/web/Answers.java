package se.kulturlots.meeting.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Fact;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.Texts;
import se.kulturlots.meeting.Registration;

/** What somebody has filled in, to be read once more. */
final class Answers {

	private final Texts texts;

	private final List<Fact> facts = new ArrayList<>();

	private Answers(Texts texts) {
		this.texts = texts;
	}

	static List<Fact> of(Texts texts, RegistrationForm sent, RegistrationChoices choices, boolean food) {
		Answers answers = new Answers(texts);
		answers.add("meeting.form.name", sent.name());
		answers.add("meeting.form.organisation", sent.organisation());
		answers.add("meeting.form.email", sent.email());
		answers.add("meeting.form.phone", sent.phone());
		answers.add("meeting.form.kind", texts.word("meeting.participant.", sent.kind()));
		answers.add("meeting.form.municipality", label(choices.municipalities(), sent.municipality()));
		answers.add("meeting.form.topicKind", label(choices.topics(), sent.topicKind()));
		answers.addWritten("meeting.form.topic", sent.topic());
		if (food) {
			answers.addWritten("meeting.form.food", sent.food());
		}
		return answers.facts;
	}

	static List<Fact> of(Texts texts, Registration registration, RegistrationChoices choices, boolean food) {
		List<Fact> facts = new ArrayList<>(of(texts, RegistrationForm.of(registration), choices, food));
		EmailAddress email = registration.email();
		if (email != null) {
			facts.add(1, Fact.of(texts.t("meeting.form.email"), email.value()));
		}
		return facts;
	}

	private static @Nullable String label(List<Choice> choices, @Nullable String value) {
		return choices.stream()
			.filter((choice) -> choice.value().equals(value))
			.map(Choice::label)
			.findFirst()
			.orElse(null);
	}

	private void addWritten(String labelKey, @Nullable String value) {
		if (value != null) {
			this.facts.add(Fact.written(this.texts.t(labelKey), value));
		}
	}

	private void add(String labelKey, @Nullable String value) {
		if (value != null) {
			this.facts.add(Fact.of(this.texts.t(labelKey), value));
		}
	}

}
