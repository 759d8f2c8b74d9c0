package se.kulturlots.register;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.core.Problem;
import se.kulturlots.register.BulkChanges.Change;
import se.kulturlots.register.BulkChanges.Field;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KulturlotsTest
class BulkChangesTest {

	private static final OrganisationFilter MUSIC = new OrganisationFilter(null, null, Sector.MUSIC, null,
			OrganisationStatus.ACTIVE, null);

	private static final Change YOUTH = new Change(Field.PRIORITY_GROUP, "YOUTH");

	@Autowired
	BulkChanges changes;

	@Autowired
	Register register;

	@Autowired
	Organisations organisations;

	@Autowired
	OrganisationChanges history;

	@Autowired
	SampleAuthorities authorities;

	String authority;

	@BeforeEach
	void region() {
		this.authority = this.authorities.region().id();
	}

	@Test
	void allOfASelectionAreChangedAndGetBackWhatEachHad() {
		Organisation first = add("A", Sector.MUSIC, PriorityGroup.DISABILITY);
		add("B", Sector.MUSIC, null);
		add("C", Sector.MUSIC, PriorityGroup.YOUTH);
		add("D", Sector.FILM, null);
		String other = this.authorities.region().id();
		this.register.add(other, OrganisationDetails.of("E", Sector.MUSIC));
		assertThat(this.changes.count(this.authority, MUSIC, YOUTH)).isEqualTo(2);
		BulkChangeId id = this.changes.change(this.authority, MUSIC, YOUTH, 2);
		assertThat(groups()).containsExactly("YOUTH", "YOUTH", "YOUTH", "null");
		assertThat(this.organisations.active(other).get(0).priorityGroup()).isNull();
		assertThat(this.history.of(this.authority, first.id())).singleElement()
			.satisfies((it) -> assertThat(it.difference())
				.isEqualTo(new Difference("priority_group", "DISABILITY", "YOUTH")));
		this.changes.undo(this.authority, id);
		assertThat(groups()).containsExactly("DISABILITY", "null", "YOUTH", "null");
		assertThat(this.changes.get(this.authority, id))
			.extracting(BulkChanges.BulkChange::changed, BulkChanges.BulkChange::undone)
			.containsExactly(2, 2);
	}

	@Test
	void whatSomebodyHasChangedSinceStaysAsItIs() {
		Organisation first = add("A", Sector.MUSIC, null);
		add("B", Sector.MUSIC, null);
		BulkChangeId id = this.changes.change(this.authority, MUSIC, YOUTH, 2);
		Change none = new Change(Field.PRIORITY_GROUP, null);
		Organisation now = this.organisations.get(this.authority, first.id());
		Organisation away = this.register.change(this.authority, now.id(), Objects.requireNonNull(now.version()),
				now.details().withPriorityGroup(null));
		this.register.change(this.authority, away.id(), Objects.requireNonNull(away.version()),
				away.details().withPriorityGroup(PriorityGroup.YOUTH));
		this.changes.undo(this.authority, id);
		assertThat(groups()).containsExactly("YOUTH", "null");
		assertThat(this.changes.get(this.authority, id).undone()).isEqualTo(1);
		assertThat(this.changes.count(this.authority, MUSIC, none)).isEqualTo(1);
	}

	@Test
	void aSelectionThatIsAnotherByNowIsNotChanged() {
		add("A", Sector.MUSIC, null);
		add("B", Sector.MUSIC, null);
		refused("changedMeanwhile", () -> this.changes.change(this.authority, MUSIC, YOUTH, 1));
		assertThat(groups()).containsExactly("null", "null");
	}

	@Test
	void twoOfOneNameDoNotComeIntoOneMunicipality() {
		this.register.add(this.authority, OrganisationDetails.of("A", Sector.MUSIC).withMunicipality("0331"));
		this.register.add(this.authority, OrganisationDetails.of("A", Sector.MUSIC).withMunicipality("0360"));
		refused("someTheSame",
				() -> this.changes.change(this.authority, MUSIC, new Change(Field.MUNICIPALITY, "0380"), 2));
		assertThat(this.organisations.active(this.authority)).extracting(Organisation::municipalityCode)
			.containsExactly("0331", "0360");
	}

	@Test
	void ofTwoWhoChangeTheSameAtOnceTheSecondIsTold() throws Exception {
		for (int i = 0; i < 40; i++) {
			add("Kör " + i, Sector.MUSIC, null);
		}
		Callable<String> work = () -> {
			try {
				return this.changes.change(this.authority, MUSIC, YOUTH, 40).toString();
			}
			catch (RegisterProblem problem) {
				return problem.messageKey();
			}
		};
		ExecutorService two = Executors.newFixedThreadPool(2);
		try {
			List<Future<String>> both = two.invokeAll(List.of(work, work));
			assertThat(List.of(both.get(0).get(), both.get(1).get()))
				.containsOnlyOnce("register.problem.changedMeanwhile");
		}
		finally {
			two.shutdown();
		}
	}

	private Organisation add(String name, Sector sector, PriorityGroup group) {
		return this.register.add(this.authority, OrganisationDetails.of(name, sector).withPriorityGroup(group));
	}

	private List<String> groups() {
		return this.organisations.active(this.authority)
			.stream()
			.map((it) -> String.valueOf(it.priorityGroup()))
			.toList();
	}

	private static void refused(String problem, Runnable work) {
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(work::run)
			.extracting(Problem::messageKey)
			.isEqualTo("register.problem." + problem);
	}

}
