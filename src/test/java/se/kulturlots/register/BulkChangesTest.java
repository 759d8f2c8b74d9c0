package se.kulturlots.register;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

import se.kulturlots.core.Problem;
import se.kulturlots.register.BulkChanges.Change;
import se.kulturlots.register.BulkChanges.Field;
import se.kulturlots.register.OrganisationJoins.Seen;
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
	OrganisationJoins joins;

	@Autowired
	MessageSource messages;

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
		assertThat(this.changes.concerned(this.authority, MUSIC, YOUTH).count()).isEqualTo(2);
		BulkChangeId id = change(YOUTH);
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
		assertThat(this.changes.latest(this.authority)).singleElement().isEqualTo(this.changes.get(this.authority, id));
		assertThat(this.changes.latest(other)).isEmpty();
	}

	@Test
	void whatSomebodyHasChangedSinceStaysAsItIs() {
		Organisation first = add("A", Sector.MUSIC, null);
		add("B", Sector.MUSIC, null);
		BulkChangeId id = change(YOUTH);
		Change none = new Change(Field.PRIORITY_GROUP, null);
		Organisation now = this.organisations.get(this.authority, first.id());
		Organisation away = this.register.change(this.authority, now.id(), Objects.requireNonNull(now.version()),
				now.details().withPriorityGroup(null));
		this.register.change(this.authority, away.id(), Objects.requireNonNull(away.version()),
				away.details().withPriorityGroup(PriorityGroup.YOUTH));
		this.changes.undo(this.authority, id);
		assertThat(groups()).containsExactly("YOUTH", "null");
		assertThat(this.changes.get(this.authority, id).undone()).isEqualTo(1);
		assertThat(this.changes.concerned(this.authority, MUSIC, none).count()).isEqualTo(1);
	}

	@Test
	void aSelectionThatIsAnotherByNowIsNotChanged() {
		add("A", Sector.MUSIC, null);
		Organisation second = add("B", Sector.MUSIC, null);
		String seen = this.changes.concerned(this.authority, MUSIC, YOUTH).digest();
		this.register.remove(this.authority, second.id());
		add("C", Sector.MUSIC, null);
		refused("changedMeanwhile", () -> this.changes.change(this.authority, MUSIC, YOUTH, seen));
		assertThat(groups()).as("as many, but others").containsExactly("null", "null");
	}

	@ParameterizedTest
	@CsvSource({ ",", "802102-2945,", "802102-2945,802102-2945" })
	void twoOfOneNameDoNotComeIntoOneMunicipality(String number, String otherNumber) {
		place("0331", number);
		place("0360", otherNumber);
		refused("someTheSame", () -> change(new Change(Field.MUNICIPALITY, "0380")));
		assertThat(places()).containsExactly("0331", "0360");
	}

	@Test
	void twoNumbersAreTwoOrganisations() {
		place("0331", "802102-2945");
		place("0360", "802561-7690");
		this.changes.undo(this.authority, change(new Change(Field.MUNICIPALITY, "0380")));
		assertThat(places()).containsExactly("0331", "0360");
	}

	@Test
	void whereAnotherOfTheNameHasComeNothingIsUndone() {
		place("0331", "802102-2945");
		BulkChangeId id = change(new Change(Field.MUNICIPALITY, "0380"));
		place("0331", null);
		refused("someTheSame", () -> this.changes.undo(this.authority, id));
		assertThat(places()).containsExactly("0380", "0331");
		assertThat(this.changes.get(this.authority, id).undoneAt()).isNull();
	}

	@Test
	void oneThatWasJoinedSinceGetsBackWhatItHad() {
		Organisation goes = add("A", Sector.MUSIC, PriorityGroup.DISABILITY);
		Organisation stays = add("B", Sector.MUSIC, null);
		BulkChangeId id = change(YOUTH);
		this.joins.join(this.authority, seen(stays), seen(goes), Set.of());
		this.changes.undo(this.authority, id);
		this.joins.takeBack(this.authority,
				this.joins.into(this.organisations.get(this.authority, stays.id())).get(0).id());
		assertThat(groups()).containsExactly("DISABILITY", "null");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"en|register.bulk.undone.kept|2 organisations have been changed again since and stayed as they are.",
			"en|register.bulk.undone.kept|One organisation has been changed again since and stayed as it is.",
			"fi|register.bulk.undone.kept|2 järjestöä on muutettu sen jälkeen, joten ne jäivät ennalleen.",
			"sv|register.bulk.undone.kept|En organisation har ändrats på nytt sedan dess och fick vara kvar som den är." })
	void oneIsSpokenOfAsOneAndSeveralAsSeveral(String language, String key, String text) {
		assertThat(this.messages.getMessage(key, new Object[] { text.startsWith("2") ? 2 : 1 },
				Locale.forLanguageTag(language)))
			.isEqualTo(text);
	}

	@Test
	void ofTwoWhoChangeTheSameAtOnceTheSecondIsTold() throws Exception {
		for (int i = 0; i < 40; i++) {
			add("Kör " + i, Sector.MUSIC, null);
		}
		String seen = this.changes.concerned(this.authority, MUSIC, YOUTH).digest();
		Callable<String> work = () -> {
			try {
				return this.changes.change(this.authority, MUSIC, YOUTH, seen).toString();
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

	private void place(String municipality, String number) {
		this.register.add(this.authority,
				OrganisationDetails.of("A", Sector.MUSIC)
					.withMunicipality(municipality)
					.withOrganisationNumber(number));
	}

	private BulkChangeId change(Change change) {
		return this.changes.change(this.authority, MUSIC, change,
				this.changes.concerned(this.authority, MUSIC, change).digest());
	}

	private Seen seen(Organisation organisation) {
		return new Seen(organisation.id(),
				Objects.requireNonNull(this.organisations.get(this.authority, organisation.id()).version()));
	}

	private List<String> places() {
		return this.organisations.active(this.authority).stream().map(Organisation::municipalityCode).toList();
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
