package se.kulturlots.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;

import se.kulturlots.core.Id;
import se.kulturlots.core.Problem;
import se.kulturlots.workflow.FormChoice;
import se.kulturlots.workflow.TaskContext;

/** The steps of the process {@code sample}, which only tests have. */
@TestComponent("sampleSteps")
public class SampleSteps {

	/** What the steps were given, in order. */
	public final List<Object> received = new ArrayList<>();

	public Id startSample(String authorityId, StartSample answers) {
		if (answers.title().equals("förbjuden")) {
			throw new Refused();
		}
		this.received.add(answers);
		return new Id(UUID.randomUUID());
	}

	public StartSampleFacts startSampleFacts(String authorityId) {
		return new StartSampleFacts(List.of(new FormChoice("Ett", "one")));
	}

	public void answerSample(Id id, AnswerSample answers, TaskContext context) {
		if ("vägra".equals(answers.comment())) {
			throw new Refused();
		}
		if ("fel".equals(answers.comment())) {
			throw new IllegalStateException("a fault");
		}
		this.received.add(answers);
	}

	public AnswerSampleFacts answerSampleFacts(Id id) {
		return new AnswerSampleFacts("Fakta om provet");
	}

	/** When to remind; the engine asks as soon as it starts the process. */
	public Date remindAt(Id id) {
		Objects.requireNonNull(id, "no business key yet");
		return Date.from(Instant.parse("2099-01-01T00:00:00Z"));
	}

	public void record(Id id) {
		this.received.add(id);
	}

	public record StartSampleFacts(List<FormChoice> choices) {
	}

	public record AnswerSampleFacts(String title) {
	}

	public record StartSample(String title, @Nullable String choice) {
	}

	public record AnswerSample(Decision decision, @Nullable String comment, @Nullable BigDecimal seats,
			@Nullable LocalDate day, @Nullable List<String> languages, @Nullable String email, @Nullable Boolean sure) {
	}

	public enum Decision {

		approved, sentBack

	}

	private static final class Refused extends Problem {

		Refused() {
			super(Kind.INVALID, "identity.problem.noAuthority");
		}

	}

}
