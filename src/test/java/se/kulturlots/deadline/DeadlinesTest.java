package se.kulturlots.deadline;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Id;
import se.kulturlots.core.Problem;
import se.kulturlots.meeting.MeetingDeadline;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Statements;
import se.kulturlots.workflow.TaskDeadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KulturlotsTest
@RecordApplicationEvents
class DeadlinesTest {

	static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 30);

	@Autowired
	Deadlines deadlines;

	@Autowired
	Ladders ladders;

	@Autowired
	WorkingCalendars calendars;

	@Autowired
	Authorities authorities;

	@Autowired
	SampleAuthorities samples;

	@Autowired
	AppClock clock;

	@Autowired
	Statements statements;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEvents happened;

	Authority authority;

	final Id subject = new Id(UUID.randomUUID());

	@BeforeEach
	void start() {
		this.authority = this.samples.region();
		this.clock.jumpTo(Instant.parse("2026-09-01T08:00:00Z"));
	}

	@Test
	void aLastDayLastsToItsEnd() {
		Deadline deadline = set(LAST_DAY);
		assertThat(deadline.version()).isEqualTo(1);
		assertThat(deadline.dueAt()).isEqualTo("2026-10-30T23:00:00Z");
		assertThat(this.deadlines.get(this.subject, CycleDeadline.INPUT)).isEqualTo(deadline);
		assertThat(this.deadlines.due(this.subject, CycleDeadline.INPUT.name()))
			.isEqualTo(date("2026-10-30T23:00:00Z"));
		this.clock.jumpTo(Instant.parse("2026-10-30T22:59:00Z"));
		assertThat(this.deadlines.passed(this.subject, CycleDeadline.INPUT.name())).isFalse();
		this.clock.jumpTo(Instant.parse("2026-10-30T23:00:00Z"));
		assertThat(this.deadlines.passed(this.subject, CycleDeadline.INPUT.name())).isTrue();
	}

	@Test
	void aDeadlineMayHaveAnHour() {
		Instant begins = Instant.parse("2026-11-30T17:00:00Z");
		Deadline deadline = this.deadlines.setAt(this.authority.id(), this.subject, MeetingDeadline.MEETING, begins);
		assertThat(deadline.lastDay()).isNull();
		assertThat(this.deadlines.get(this.subject, MeetingDeadline.MEETING)).isEqualTo(deadline);
		assertThat(this.deadlines.due(this.subject, MeetingDeadline.MEETING.name())).isEqualTo(Date.from(begins));
		assertThat(this.deadlines.next(this.subject, MeetingDeadline.MEETING.name()))
			.isEqualTo(date("2026-11-27T08:00:00Z"));
	}

	@Test
	void aTransactionReadsADeadlineOnceUntilItIsMoved() {
		set(LAST_DAY);
		String kind = CycleDeadline.INPUT.name();
		this.transaction.executeWithoutResult((status) -> {
			assertThat(this.statements.here(() -> {
				this.deadlines.passed(this.subject, kind);
				this.deadlines.due(this.subject, kind);
			})).hasSize(1);
			set(LAST_DAY.plusDays(7));
			assertThat(this.deadlines.due(this.subject, kind)).isEqualTo(date("2026-11-06T23:00:00Z"));
		});
		set(LAST_DAY.plusDays(14));
		assertThat(this.deadlines.due(this.subject, kind)).isEqualTo(date("2026-11-13T23:00:00Z"));
	}

	@Test
	void theSameDateAgainChangesNothing() {
		Deadline first = set(LAST_DAY);
		this.clock.jumpTo(Instant.parse("2026-10-28T08:00:00Z"));
		assertThat(set(LAST_DAY)).isEqualTo(first);
		assertThat(moves()).isEmpty();
	}

	@Test
	void theSameDateAgainIsRightAlsoWhenItHasPassed() {
		Deadline first = set(LAST_DAY);
		this.clock.jumpTo(Instant.parse("2026-11-28T08:00:00Z"));
		assertThat(set(LAST_DAY)).isEqualTo(first);
	}

	@Test
	void aMovedDateIsANewVersionWithALadderOfItsOwn() {
		Deadline before = set(LAST_DAY);
		this.clock.jumpTo(Instant.parse("2026-10-16T07:00:00Z"));
		assertThat(stepNow()).isEqualTo(10);
		set(LAST_DAY.plusDays(14));
		Deadline now = this.deadlines.get(this.subject, CycleDeadline.INPUT);
		assertThat(moves()).containsExactly(new DeadlineMoved(before, now, false));
		assertThat(now.version()).isEqualTo(2);
		assertThat(now.id()).isEqualTo(before.id());
		assertThat(stepNow()).isNull();
		assertThat(this.deadlines.next(this.subject, CycleDeadline.INPUT.name()))
			.isEqualTo(date("2026-10-30T08:00:00Z"));
		this.clock.jumpTo(Instant.parse("2026-10-30T08:00:00Z"));
		assertThat(stepNow()).isEqualTo(10);
	}

	@Test
	void aDateMovedCloserDoesNotRemindOfRungsThatWouldHaveBeen() {
		set(LAST_DAY);
		this.clock.jumpTo(Instant.parse("2026-09-30T12:00:00Z"));
		set(LocalDate.of(2026, 10, 2));
		assertThat(stepNow()).isNull();
		assertThat(this.deadlines.next(this.subject, CycleDeadline.INPUT.name()))
			.isEqualTo(date("2026-10-02T06:00:00Z"));
	}

	@Test
	void aDeadlineSetOnItsLastAfternoonOnlyEnds() {
		this.clock.jumpTo(Instant.parse("2026-10-30T14:00:00Z"));
		set(LAST_DAY);
		assertThat(stepNow()).isNull();
		assertThat(this.deadlines.next(this.subject, CycleDeadline.INPUT.name()))
			.isEqualTo(date("2026-10-30T23:00:00Z"));
	}

	@Test
	void afterTheLastRungTheNextIsTheDeadlineAndThenItStays() {
		set(LAST_DAY);
		this.clock.jumpTo(Instant.parse("2026-10-30T07:00:00Z"));
		assertThat(stepNow()).isZero();
		assertThat(this.deadlines.next(this.subject, CycleDeadline.INPUT.name()))
			.isEqualTo(date("2026-10-30T23:00:00Z"));
		this.clock.jumpTo(Instant.parse("2026-10-31T00:00:00Z"));
		assertThat(this.deadlines.next(this.subject, CycleDeadline.INPUT.name()))
			.isEqualTo(date("2026-10-30T23:00:00Z"));
		assertThat(stepNow()).isNull();
	}

	@Test
	void aDateThatHasBeenIsRefused() {
		assertProblem(() -> set(LocalDate.of(2026, 8, 31)), Problem.Kind.INVALID, "deadline.problem.past");
		assertProblem(() -> this.deadlines.setAt(this.authority.id(), this.subject, MeetingDeadline.MEETING,
				Instant.parse("2026-09-01T07:00:00Z")), Problem.Kind.INVALID, "deadline.problem.past");
		set(LocalDate.of(2026, 9, 1));
		assertProblem(() -> set(LocalDate.of(2026, 8, 31)), Problem.Kind.INVALID, "deadline.problem.past");
		assertThat(this.deadlines.get(this.subject, CycleDeadline.INPUT).version()).isEqualTo(1);
	}

	@Test
	void aMistypedYearIsRefused() {
		assertProblem(() -> set(LocalDate.of(2206, 9, 1)), Problem.Kind.INVALID, "deadline.problem.tooFar");
	}

	@Test
	void anUnknownDeadlineIsAProblem() {
		assertThat(this.deadlines.find(this.subject, CycleDeadline.INPUT)).isEmpty();
		assertProblem(() -> this.deadlines.next(this.subject, CycleDeadline.INPUT.name()), Problem.Kind.NOT_FOUND,
				"deadline.problem.unknown");
		set(LAST_DAY);
		assertThat(this.deadlines.find(this.subject, CycleDeadline.REFERRAL)).isEmpty();
		this.deadlines.remove(this.subject, CycleDeadline.INPUT);
		assertThat(this.deadlines.find(this.subject, CycleDeadline.INPUT)).isEmpty();
	}

	@Test
	void anotherAuthorityCannotMoveIt() {
		Deadline deadline = set(LAST_DAY);
		String other = this.samples.region().id();
		assertProblem(() -> this.deadlines.set(other, this.subject, CycleDeadline.INPUT, LAST_DAY.plusDays(7)),
				Problem.Kind.NOT_FOUND, "deadline.problem.unknown");
		assertProblem(() -> this.deadlines.set(other, this.subject, CycleDeadline.INPUT, LAST_DAY),
				Problem.Kind.NOT_FOUND, "deadline.problem.unknown");
		assertThat(this.deadlines.get(this.subject, CycleDeadline.INPUT)).isEqualTo(deadline);
	}

	@Test
	void ofTwoMovesAtOnceOneComesAfterTheOther() throws Exception {
		set(LAST_DAY);
		List<Deadline> moved = atOnce(() -> set(LAST_DAY.plusDays(7)), () -> set(LAST_DAY.plusDays(14)));
		assertThat(moved).extracting(Deadline::version).containsExactlyInAnyOrder(2, 3);
		Deadline last = moved.get((moved.get(0).version() == 3) ? 0 : 1);
		assertThat(this.deadlines.get(this.subject, CycleDeadline.INPUT)).isEqualTo(last);
	}

	@Test
	void theSameMoveTwiceAtOnceIsOne() throws Exception {
		set(LAST_DAY);
		assertThat(atOnce(() -> set(LAST_DAY.plusDays(7)), () -> set(LAST_DAY.plusDays(7))))
			.extracting(Deadline::version)
			.containsExactly(2, 2);
	}

	@Test
	void setTwiceAtOnceForTheFirstTimeItIsOneDeadline() throws Exception {
		for (int i = 0; i < 10; i++) {
			Id meeting = new Id(UUID.randomUUID());
			Callable<Deadline> sets = () -> this.deadlines.set(this.authority.id(), meeting,
					MeetingDeadline.REGISTRATION, LAST_DAY);
			assertThat(atOnce(sets, sets)).extracting(Deadline::version).containsExactly(1, 1);
		}
	}

	static Stream<Arguments> ladders() {
		return Stream.of(Arguments.of(CycleDeadline.INVENTORY, List.of("10-23T07", "10-29T08")),
				Arguments.of(CycleDeadline.ANSWER, List.of("10-16T07", "10-27T08", "10-30T07")),
				Arguments.of(MeetingDeadline.REGISTRATION, List.of("10-23T07", "10-29T08")),
				Arguments.of(MeetingDeadline.MEETING, List.of("10-29T08")),
				Arguments.of(CycleDeadline.INPUT, List.of("10-16T07", "10-27T08", "10-30T07")),
				Arguments.of(CycleDeadline.REFERRAL, List.of("10-16T07", "10-27T08", "10-30T07")),
				Arguments.of(CycleDeadline.DECISION, List.of("10-16T07", "10-27T08")),
				Arguments.of(TaskDeadline.TASK, List.of("10-27T08", "10-29T08", "10-30T07", "11-03T08", "11-05T08")));
	}

	@ParameterizedTest
	@MethodSource("ladders")
	void eachKindHasItsLadder(DeadlineKind kind, List<String> expected) {
		this.deadlines.set(this.authority.id(), this.subject, kind, LAST_DAY);
		List<Date> rungs = new ArrayList<>();
		for (int i = 0; i < expected.size(); i++) {
			Date next = this.deadlines.next(this.subject, kind.name());
			this.clock.jumpTo(next.toInstant());
			assertThat(this.deadlines.rungNow(this.subject, kind)).map(Rung::at).contains(next.toInstant());
			rungs.add(next);
		}
		assertThat(rungs)
			.containsExactlyElementsOf(expected.stream().map((rung) -> date("2026-" + rung + ":00:00Z")).toList());
		if (kind != TaskDeadline.TASK) {
			assertThat(this.deadlines.next(this.subject, kind.name())).isEqualTo(date("2026-10-30T23:00:00Z"));
		}
	}

	@Test
	void everyKindHasALadderByDefault() {
		assertThat(this.ladders.reminded().stream().map((kind) -> this.ladders.of(this.authority.id(), kind)))
			.allSatisfy((ladder) -> assertThat(ladder.steps()).isNotEmpty());
	}

	@Test
	void anAuthorityMayChangeALadderAndOnlyItsOwn() {
		set(LAST_DAY);
		this.ladders.set(this.authority.id(), CycleDeadline.INPUT, Ladder.of(7));
		assertThat(this.deadlines.next(this.subject, CycleDeadline.INPUT.name()))
			.isEqualTo(date("2026-10-21T07:00:00Z"));
		this.ladders.set(this.authority.id(), CycleDeadline.INPUT, Ladder.of());
		assertThat(this.deadlines.next(this.subject, CycleDeadline.INPUT.name()))
			.isEqualTo(date("2026-10-30T23:00:00Z"));
		this.ladders.set(this.authority.id(), CycleDeadline.INPUT, new Ladder(List.of(1), 5));
		assertThat(this.ladders.of(this.authority.id(), CycleDeadline.INPUT)).isEqualTo(new Ladder(List.of(1), 5));
		assertThat(this.ladders.of(this.samples.region().id(), CycleDeadline.INPUT)).isEqualTo(Ladder.of(10, 3, 0));
	}

	@Test
	void theZoneOfTheAuthorityCountsFromTheMomentItIsChanged() {
		assertThat(this.calendars.of(this.authority.id()).zone()).isEqualTo(ZoneId.of("Europe/Stockholm"));
		Authority old = this.authority;
		this.authorities.save(new Authority(old.id(), old.version(), old.name(), "FI", "Europe/Helsinki",
				old.languages(), old.contactName(), old.contactEmail(), old.contactPhone(), old.accentColour()));
		assertThat(set(LAST_DAY).dueAt()).isEqualTo("2026-10-30T22:00:00Z");
	}

	@Test
	void aReminderMadeAtNightGoesInTheMorningButNeverTooLate() {
		set(LAST_DAY);
		this.clock.jumpTo(Instant.parse("2026-10-29T20:00:00Z"));
		assertThat(this.deadlines.sendFrom(this.subject, CycleDeadline.INPUT)).isEqualTo("2026-10-30T07:00:00Z");
		this.clock.jumpTo(Instant.parse("2026-10-30T20:00:00Z"));
		assertThat(this.deadlines.sendFrom(this.subject, CycleDeadline.INPUT))
			.isBefore(Instant.parse("2026-10-30T20:01:00Z"));
	}

	@Test
	void theDatabaseKeepsOneDeadlineOfAKindForASubject() {
		set(LAST_DAY);
		assertThatExceptionOfType(org.springframework.dao.DuplicateKeyException.class).isThrownBy(() -> this.jdbc
			.sql("""
					insert into deadline (id, authority_id, subject_id, kind, due_at, version, set_at)
					select :id, authority_id, subject_id, kind, :due, 1, set_at from deadline where subject_id = :subject""")
			.param("id", UUID.randomUUID())
			.param("due", Timestamp.from(Instant.parse("2027-01-01T00:00:00Z")))
			.param("subject", this.subject)
			.update());
	}

	private Deadline set(LocalDate lastDay) {
		return this.deadlines.set(this.authority.id(), this.subject, CycleDeadline.INPUT, lastDay);
	}

	private Integer stepNow() {
		return this.deadlines.rungNow(this.subject, CycleDeadline.INPUT).map(Rung::step).orElse(null);
	}

	@Test
	void whatFollowsIsMovedWithTheOtherUntilItIsLetGo() {
		Id follower = new Id(UUID.randomUUID());
		set(LAST_DAY);
		this.deadlines.follow(follower, CycleDeadline.INPUT, this.subject, LAST_DAY.plusDays(3));
		assertThat(this.deadlines.get(follower, CycleDeadline.INPUT).lastDay()).isEqualTo(LAST_DAY.plusDays(3));
		assertThat(this.deadlines.isFollowing(follower, CycleDeadline.INPUT)).isTrue();
		assertThat(this.deadlines.isFollowing(this.subject, CycleDeadline.INPUT)).isFalse();

		set(LAST_DAY.plusDays(7));
		assertThat(this.deadlines.get(follower, CycleDeadline.INPUT).lastDay()).isEqualTo(LAST_DAY.plusDays(7));
		assertThat(moves()).extracting((moved) -> moved.now().subjectId()).containsExactly(this.subject, follower);

		this.deadlines.letGo(follower, CycleDeadline.INPUT);
		set(LAST_DAY.plusDays(9));
		assertThat(this.deadlines.get(follower, CycleDeadline.INPUT).lastDay()).isEqualTo(LAST_DAY.plusDays(7));
	}

	@Test
	void whatOpensOpensWhenItsDayBeginsAlsoIfItHasBeen() {
		this.deadlines.set(this.authority.id(), this.subject, CycleDeadline.OPENING, LocalDate.of(2026, 1, 7));
		assertThat(this.deadlines.due(this.subject, CycleDeadline.OPENING.name()))
			.isEqualTo(date("2026-01-06T23:00:00Z"));
		assertThat(this.deadlines.passed(this.subject, CycleDeadline.OPENING.name())).isTrue();
		assertProblem(() -> this.ladders.of(this.authority.id(), CycleDeadline.OPENING), Problem.Kind.NOT_FOUND,
				"deadline.problem.unknown");
	}

	@Test
	void aKindThatNoModuleHasAnyLongerIsInNobodysWay() {
		this.jdbc.sql("insert into reminder_ladder (authority_id, kind, steps) values (:authority, 'GONE', '{2}')")
			.param("authority", this.authority.id())
			.update();
		set(LAST_DAY);
		this.jdbc.sql("""
				insert into deadline (id, authority_id, subject_id, kind, last_day, due_at, version, set_at)
				select gen_random_uuid(), authority_id, subject_id, 'GONE', last_day, due_at, version, set_at
				from deadline where subject_id = :subject""").param("subject", this.subject).update();
		assertThat(this.ladders.of(this.authority.id(), CycleDeadline.INPUT)).isEqualTo(Ladder.of(10, 3, 0));
		assertThat(this.deadlines.get(this.subject, CycleDeadline.INPUT).lastDay()).isEqualTo(LAST_DAY);
		assertProblem(() -> this.ladders.kind("GONE"), Problem.Kind.NOT_FOUND, "deadline.problem.unknown");
	}

	private List<DeadlineMoved> moves() {
		return this.happened.stream(DeadlineMoved.class).toList();
	}

	private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
		CyclicBarrier barrier = new CyclicBarrier(2);
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Future<T>> futures = Stream.of(one, other).map((action) -> threads.submit(() -> {
				barrier.await();
				return action.call();
			})).toList();
			return List.of(futures.get(0).get(), futures.get(1).get());
		}
		finally {
			threads.shutdown();
		}
	}

	private static void assertProblem(Runnable action, Problem.Kind kind, String key) {
		assertThatExceptionOfType(DeadlineProblem.class).isThrownBy(action::run).satisfies((problem) -> {
			assertThat(problem.kind()).isEqualTo(kind);
			assertThat(problem.messageKey()).isEqualTo(key);
		});
	}

	private static Date date(String instant) {
		return Date.from(Instant.parse(instant));
	}

}
