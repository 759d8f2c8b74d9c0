package se.kulturlots.meeting;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.deadline.DeadlineKinds;
import se.kulturlots.deadline.Ladder;

/** The dates of a meeting. */
public enum MeetingDeadline implements DeadlineKind {

	/** Registration ends. */
	REGISTRATION(Ladder.of(5, 1)),
	/** The meeting begins. */
	MEETING(Ladder.of(1)),
	/** The meeting ends. */
	MEETING_END(null);

	private final @Nullable Ladder ladder;

	MeetingDeadline(@Nullable Ladder ladder) {
		this.ladder = ladder;
	}

	@Override
	public String messageKey() {
		return "meeting.deadline." + name();
	}

	@Override
	public @Nullable Ladder ladder() {
		return this.ladder;
	}

	@Override
	public int notice() {
		return (this == REGISTRATION) ? MeetingProposal.SHORTEST_NOTICE - MeetingProposal.REGISTRATION_ENDS : 0;
	}

	@Component
	@Order(20)
	static class Kinds implements DeadlineKinds {

		@Override
		public List<DeadlineKind> all() {
			return List.of(values());
		}

	}

}
