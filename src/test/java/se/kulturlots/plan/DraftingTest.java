package se.kulturlots.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.consultation.ReceivedInput.ReceivedItem;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.plan.PlanInputs.Progress;
import se.kulturlots.plan.PlanInputs.Show;
import se.kulturlots.plan.PlanInputs.Wanted;
import se.kulturlots.testing.KulturlotsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KulturlotsTest
class DraftingTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	Drafting drafting;

	@Autowired
	PlanSections sections;

	@Autowired
	InputDispositions dispositions;

	@Autowired
	PlanInputs inputs;

	@Autowired
	JdbcClient jdbc;

	SamplePlan sample;

	SectionId first;

	SectionId second;

	@BeforeEach
	void aPlanWithTwoSections() {
		this.sample = new SamplePlan(this.context);
		this.first = this.sample.write("Bibliotek", "Öppna för alla.");
		this.second = this.sample.write("Konst", "Konst i alla kommuner.");
	}

	private List<String> headings() {
		return this.sections.of(this.sample.id).stream().map(PlanSection::heading).toList();
	}

	@Test
	void sectionsKeepTheirIdWhereverTheyAreMoved() {
		SectionId third = this.sample.write("Musik", "Kulturskola.");
		this.drafting.moveSection(this.sample.id, third, true);
		this.drafting.moveSection(this.sample.id, third, true);
		this.drafting.moveSection(this.sample.id, third, true);
		assertThat(headings()).containsExactly("Musik", "Bibliotek", "Konst");
		this.drafting.moveSection(this.sample.id, this.first, false);
		assertThat(headings()).containsExactly("Musik", "Konst", "Bibliotek");
		this.drafting.removeSection(this.sample.id, this.second, 1);
		assertThat(this.sections.of(this.sample.id)).extracting(PlanSection::position).containsExactly(1, 2);
		assertThat(this.sections.find(this.sample.id, third)).isPresent();
	}

	@Test
	void aSectionThatAnInputLedToCannotBeRemoved() {
		this.sample.link(this.sample.say("Bibliotek", "Söndagsöppet"), this.first);
		assertThatExceptionOfType(PlanProblem.class)
			.isThrownBy(() -> this.drafting.removeSection(this.sample.id, this.first, 1))
			.satisfies((problem) -> assertThat(problem.messageKey()).isEqualTo("plan.problem.sectionInUse"));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.jdbc.sql("delete from plan_section where id = :id").param("id", this.first).update());
	}

	@Test
	void ofSeveralWhoChangeASectionAtOnceOneIsTakenAndTheOthersAreTold() throws Exception {
		int officers = 8;
		CyclicBarrier together = new CyclicBarrier(officers);
		List<Callable<Boolean>> all = IntStream.range(0, officers).mapToObj((number) -> (Callable<Boolean>) () -> {
			together.await();
			try {
				this.drafting.editSection(this.sample.id, this.first, 1, "Bibliotek", "Text " + number,
						"officer-" + number);
				return true;
			}
			catch (PlanProblem problem) {
				assertThat(problem.messageKey()).isEqualTo("plan.problem.changedMeanwhile");
				return false;
			}
		}).toList();
		ExecutorService threads = Executors.newFixedThreadPool(officers);
		int taken = 0;
		for (Future<Boolean> each : threads.invokeAll(all)) {
			taken += each.get() ? 1 : 0;
		}
		threads.shutdown();
		assertThat(taken).isOne();
		assertThat(this.sections.find(this.sample.id, this.first)).hasValueSatisfying((section) -> {
			assertThat(section.version()).isEqualTo(2);
			assertThat(section.text()).isEqualTo("Text " + section.changedBy().substring(8));
		});
	}

	@Test
	void sectionsAddedMovedAndRemovedAtOnceStayInOneOrder() throws Exception {
		List<Callable<Object>> all = IntStream.range(0, 24).mapToObj((number) -> (Callable<Object>) () -> {
			switch (number % 3) {
				case 0 -> this.drafting.moveSection(this.sample.id, this.first, number % 2 == 0);
				case 1 -> this.drafting.moveSection(this.sample.id, this.second, number % 2 == 0);
				default -> this.sample.write("Nytt " + number, "Text");
			}
			return number;
		}).toList();
		ExecutorService threads = Executors.newFixedThreadPool(6);
		for (Future<Object> each : threads.invokeAll(all)) {
			each.get();
		}
		threads.shutdown();
		assertThat(this.sections.of(this.sample.id)).extracting(PlanSection::position)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 10).boxed().toList());
	}

	@Test
	void severalInputsAreDecidedOnAtOnceAndNoneIfOneHasChangedMeanwhile() {
		ReceivedItem one = this.sample.say("Bibliotek", "Ett");
		ReceivedItem other = this.sample.say("Bibliotek", "Två");
		this.drafting.link(this.sample.id, Map.of(one.inputId(), 0, other.inputId(), 0), this.first, "Bra", "a");
		assertThat(this.inputs.progress(this.sample.plan()).missing()).isZero();
		this.drafting.decline(this.sample.id, Map.of(other.inputId(), 1), "Nej", "b");
		assertThatExceptionOfType(PlanProblem.class)
			.isThrownBy(() -> this.drafting.link(this.sample.id, Map.of(one.inputId(), 1, other.inputId(), 1),
					this.second, null, "a"))
			.satisfies((problem) -> assertThat(problem.arguments()).containsExactly(other.reference()));
		assertThat(this.dispositions.of(this.sample.id, List.of(one.inputId(), other.inputId())))
			.containsEntry(one.inputId(), new InputDisposition(one.inputId(), this.first, "Bra", 1))
			.containsEntry(other.inputId(), new InputDisposition(other.inputId(), null, "Nej", 2));
		this.drafting.undo(this.sample.id, Map.of(one.inputId(), 1));
		assertThat(this.dispositions.of(this.sample.id, List.of(one.inputId(), other.inputId())))
			.containsOnlyKeys(other.inputId());
	}

	@Test
	void aPartOfTheInputIsReadAtATime() {
		List<ReceivedItem> said = IntStream.rangeClosed(1, 5)
			.mapToObj((i) -> this.sample.say((i % 2 == 0) ? "Österbygden" : "Ängar", "Nummer " + i))
			.toList();
		this.sample.saySame(said.get(3), "same@forening.example", "fi");
		Plan plan = this.sample.plan();
		this.drafting.link(plan.id(), Map.of(said.get(0).inputId(), 0, said.get(3).inputId(), 0), this.first, null,
				"a");
		this.drafting.decline(plan.id(), Map.of(said.get(1).inputId(), 0), "Nej", "a");
		assertThat(texts(plan, Show.ALL, null, null, 1, 2)).containsExactly("Nummer 2", "Nummer 3");
		assertThat(texts(plan, Show.NONE, null, null, 0, 9)).containsExactly("Nummer 3", "Nummer 5");
		assertThat(texts(plan, Show.DECLINED, null, null, 0, 9)).containsExactly("Nummer 2");
		assertThat(texts(plan, Show.LINKED, null, this.first, 0, 9)).containsExactly("Nummer 1", "Nummer 4");
		assertThat(texts(plan, Show.LINKED, null, this.second, 0, 9)).isEmpty();
		assertThat(texts(plan, Show.ALL, "Österbygden", null, 0, 9)).containsExactly("Nummer 2", "Nummer 4");
		assertThat(this.inputs.count(plan, new Wanted(Show.ALL, "Ängar", null))).isEqualTo(3);
		assertThat(this.inputs.themes(plan)).containsExactly("Ängar", "Österbygden");
		assertThat(this.inputs.of(plan, new Wanted(Show.LINKED, null, null), 1, 1)).singleElement()
			.satisfies((input) -> assertThat(input.said().alsoSaidBy()).hasSize(1));
		this.jdbc.sql("update input set withdrawn_at = written_at where id = :id")
			.param("id", said.get(0).inputId())
			.update();
		assertThat(this.inputs.ledTo(plan)).containsExactly(Map.entry(this.first, 1));
		assertThat(this.inputs.progress(plan)).isEqualTo(new Progress(4, 2));
		assertThat(this.inputs.draft(plan, this.sections.of(plan.id()))).extracting(FixedSection::inputIds)
			.containsExactly(Set.of(said.get(3).inputId()), Set.of());
	}

	private List<String> texts(Plan plan, Show show, @Nullable String theme, @Nullable SectionId section, int skip,
			int most) {
		return this.inputs.of(plan, new Wanted(show, theme, section), skip, most)
			.stream()
			.map((input) -> input.said().text())
			.toList();
	}

	@Test
	void ofTwoWhoDecideOnAnInputAtOnceOneIsTaken() throws Exception {
		ReceivedItem item = this.sample.say("Bibliotek", "Ett");
		CyclicBarrier together = new CyclicBarrier(4);
		List<Callable<Boolean>> all = IntStream.range(0, 4).mapToObj((number) -> (Callable<Boolean>) () -> {
			together.await();
			try {
				this.drafting.decline(this.sample.id, Map.of(item.inputId(), 0), "Skäl " + number, "o" + number);
				return true;
			}
			catch (PlanProblem problem) {
				return false;
			}
		}).toList();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		int taken = 0;
		for (Future<Boolean> each : threads.invokeAll(all)) {
			taken += each.get() ? 1 : 0;
		}
		threads.shutdown();
		assertThat(taken).isOne();
	}

	@Test
	void inputAndSectionsOfAnotherPlanAreNotFound() {
		SamplePlan other = new SamplePlan(this.context);
		SectionId theirs = other.write("Deras", "Text");
		ReceivedItem said = other.say("Deras", "Text");
		ReceivedItem own = this.sample.say("Eget", "Text");
		for (org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt : List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
				() -> this.drafting.link(this.sample.id, Map.of(own.inputId(), 0), theirs, null, "a"),
				() -> this.drafting.link(this.sample.id, Map.of(said.inputId(), 0), this.first, null, "a"),
				() -> this.drafting.editSection(this.sample.id, theirs, 1, "x", "x", "a"),
				() -> this.drafting.moveSection(this.sample.id, theirs, true),
				() -> this.drafting.removeSection(this.sample.id, theirs, 1))) {
			assertThatExceptionOfType(PlanProblem.class).isThrownBy(attempt)
				.satisfies((problem) -> assertThat(problem.kind().status()).isEqualTo(404));
		}
	}

	@Test
	void theDatabaseKeepsTheRules() {
		assertThatExceptionOfType(DataAccessException.class).as("neither section nor reason")
			.isThrownBy(() -> this.jdbc.sql("""
					insert into plan_disposition (input_id, authority_id, plan_id, version, decided_at, decided_by)
					values (gen_random_uuid(), :authority, :plan, 1, timestamp '2026-01-01', 'a')""")
				.param("authority", this.sample.authority.id())
				.param("plan", this.sample.id)
				.update());
	}

	@ParameterizedTest
	@ValueSource(strings = { "update plan_version_section set text = 'x' where plan_id = :plan",
			"update plan_version set fixed_at = timestamp '2026-01-01' where plan_id = :plan",
			"update plan_version_input set comment = 'x' where plan_id = :plan" })
	void aFixedVersionIsNeverChanged(String change) {
		this.sample.link(this.sample.say("Bibliotek", "Ett"), this.first);
		this.sample.fix();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql(change).param("plan", this.sample.id).update())
			.withMessageContaining("immutable");
	}

}
