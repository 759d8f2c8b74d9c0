package se.kulturlots.testing.sample;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.deadline.DeadlineKinds;
import se.kulturlots.deadline.Ladder;

/** The dates of a circle. */
public enum SampleDeadline implements DeadlineKind {

	/** Last day to join. */
	CIRCLE;

	@Override
	public String messageKey() {
		return "sample.deadline." + name();
	}

	@Override
	public Ladder ladder() {
		return Ladder.of(4, 1);
	}

	@Component
	@Order(800)
	static class Kinds implements DeadlineKinds {

		@Override
		public List<DeadlineKind> all() {
			return List.of(values());
		}

	}

}
