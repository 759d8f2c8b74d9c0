package se.kulturlots.meeting;

import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.Afterwards;
import se.kulturlots.core.Later;
import se.kulturlots.workflow.Processes;

/** Lets the liaison know of what somebody wants to raise at a meeting. */
@Component
class RaisedTopics implements Later {

	private static final String KIND = "raised-topic";

	private final Registrations registrations;

	private final Processes processes;

	private final Afterwards afterwards;

	RaisedTopics(Registrations registrations, Processes processes, Afterwards afterwards) {
		this.registrations = registrations;
		this.processes = processes;
		this.afterwards = afterwards;
	}

	void tell(Registration registration) {
		this.processes.tell(registration.meetingId(), registration.authorityId(),
				MeetingProcess.REGISTRATION_WITH_TOPIC, registration.id().toString());
	}

	/**
	 * Lets it be told when whoever registers has been answered.
	 * @param first whether it is new; nobody who registers again can tell it from that
	 */
	void tellAfterwards(Registration registration, boolean first) {
		this.afterwards.add(KIND,
				Map.of("registration", registration.id().toString(), "first", Boolean.toString(first)));
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	@Transactional
	public void run(Map<String, String> what) {
		if (Boolean.parseBoolean(what.get("first"))) {
			this.registrations.findById(new RegistrationId(UUID.fromString(what.get("registration"))))
				.ifPresent(this::tell);
		}
	}

}
