package se.kulturlots.meeting.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import se.kulturlots.core.web.Choice;
import se.kulturlots.core.Texts;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.TopicKind;
import se.kulturlots.register.Municipality;

/**
 * What can be chosen in the registration form.
 *
 * @param kinds as what people take part
 * @param municipalities those of the area, and elsewhere
 * @param topics what people raise
 */
public record RegistrationChoices(List<Choice> kinds, List<Choice> municipalities, List<Choice> topics) {

	static RegistrationChoices of(Texts texts, List<Municipality> area) {
		List<Choice> kinds = Arrays.stream(ParticipantKind.values())
			.map((kind) -> Choice.of(kind.name(), texts.word("meeting.participant.", kind)))
			.toList();
		List<Choice> municipalities = Stream
			.concat(area.stream().map((one) -> Choice.of(one.code(), one.name())),
					Stream.of(Choice.of(RegistrationForm.ELSEWHERE, texts.t("meeting.municipality.elsewhere"))))
			.toList();
		List<Choice> topics = Stream
			.concat(Stream.of(Choice.of(RegistrationForm.NOTHING, texts.t("meeting.topic.NONE"))),
					Arrays.stream(TopicKind.values())
						.map((kind) -> Choice.of(kind.name(), texts.word("meeting.topic.", kind))))
			.toList();
		return new RegistrationChoices(kinds, municipalities, topics);
	}

	boolean hasMunicipality(String code) {
		return this.municipalities.stream().anyMatch((choice) -> choice.value().equals(code));
	}

}
