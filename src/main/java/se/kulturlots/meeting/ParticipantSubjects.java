package se.kulturlots.meeting;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.Id;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.ProcessVariable;
import se.kulturlots.workflow.TaskSubjects;

/** Tells the tasks about one participant from those about another. */
@Component
class ParticipantSubjects implements TaskSubjects {

	private final Registrations registrations;

	ParticipantSubjects(Registrations registrations) {
		this.registrations = registrations;
	}

	@Override
	public ProcessKey process() {
		return MeetingProcess.KEY;
	}

	@Override
	public @Nullable ProcessVariable person() {
		return MeetingProcess.REGISTRATION_WITH_TOPIC.variable();
	}

	@Override
	public Map<? extends Id, String> names(Collection<? extends Id> ids, Locale locale) {
		return this.registrations.findAllById(ids.stream().map((id) -> new RegistrationId(id.value())).toList())
			.stream()
			.collect(Collectors.toMap(Registration::id, Registration::name));
	}

}
