package se.kulturlots.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.core.PlainText;
import se.kulturlots.register.OrganisationJoins.Join;
import se.kulturlots.register.OrganisationJoins.Seen;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KulturlotsTest
class DuplicatesTest {

	@Autowired
	Duplicates duplicates;

	@Autowired
	DuplicateSearch duplicateSearch;

	@Autowired
	OrganisationJoins joins;

	@Autowired
	Register register;

	@Autowired
	Organisations organisations;

	@Autowired
	OrganisationSearch search;

	@Autowired
	OrganisationChanges changes;

	@Autowired
	OrganisationImports imports;

	@Autowired
	ImportWorker worker;

	@Autowired
	ImportedRows rows;

	@Autowired
	ContactLog contacts;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	JdbcClient jdbc;

	String authority;

	@BeforeEach
	void uppsala() {
		this.authority = this.authorities.region().id();
	}

	@Test
	void namesAlikeInAMunicipalityOneNumberAndOneAddressAreAskedAbout() {
		add("Heby hembygdsförening", "0331", null, null);
		add("Hembygdsföreningen i Heby", "0331", null, null);
		add("Heby hembygdsförening", "0380", null, null);
		add("Teatern Ljuset", "0331", "802102-2945", null);
		add("Scenföreningen", "0360", "802102-2945", null);
		add("Kören", "0331", null, "info@kor.example");
		add("Sångarna", "0380", null, "Info@Kor.example");
		add("Scoutkåren avdelning 1", "0331", null, null);
		add("Scoutkåren avdelning 2", "0331", null, null);
		List.of("Biblioteket", "Vattenverket", "Skolan", "Ishallen", "Parken", "Kansliet")
			.forEach((part) -> add(part, "0380", "556036-0793", "info@kommun.example"));
		this.duplicateSearch.search(this.authority);
		assertThat(names()).containsExactlyInAnyOrder("Heby hembygdsförening+Hembygdsföreningen i Heby",
				"Scenföreningen+Teatern Ljuset", "Kören+Sångarna");
		assertThat(this.duplicates.count(this.authority)).isEqualTo(3);
		assertThat(this.duplicates.waiting(this.authorities.region().id(), 0)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void everyPairThatIsAlikeIsFoundAndNoOther(long seed) {
		Random random = new Random(seed);
		String[] words = { "hembygd", "forening", "foreningen", "kulturens", "kultur", "kor", "koren", "heby", "i",
				"och", "vanner", "sallskapet", "sallskap", "musik", "1", "12" };
		for (int i = 0; i < 150; i++) {
			StringBuilder name = new StringBuilder("x" + "abcdefghij".charAt(random.nextInt(10)));
			for (int word = random.nextInt(4); word >= 0; word--) {
				name.append(' ').append(words[random.nextInt(words.length)]);
			}
			String place = random.nextBoolean() ? "0331" : "0380";
			OrganisationDetails details = OrganisationDetails.of(name.toString(), Sector.OTHER).withMunicipality(place);
			if (this.organisations.alike(this.authority, null, PlainText.key(name.toString()), null)
				.stream()
				.noneMatch((it) -> it.details().isSameAs(details))) {
				this.register.add(this.authority, details);
			}
		}
		this.duplicateSearch.search(this.authority);
		List<String> expected = this.jdbc.sql("""
				select a.id || '+' || b.id from organisation a join organisation b on b.authority_id = a.authority_id
				and a.id < b.id and a.municipality_code = b.municipality_code
				and regexp_replace(a.name_key, '[^0-9]+', ' ', 'g') = regexp_replace(b.name_key, '[^0-9]+', ' ', 'g')
				and similarity(a.name_key, b.name_key) >= 0.6 where a.authority_id = :authority""")
			.param("authority", this.authority)
			.query(String.class)
			.list();
		assertThat(expected).isNotEmpty();
		assertThat(this.jdbc.sql("select one_id || '+' || other_id from organisation_duplicate where authority_id = :a")
			.param("a", this.authority)
			.query(String.class)
			.list()).containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void whatIsSaidToDifferIsNotAskedAboutAgain() {
		Organisation one = add("Heby hembygdsförening", "0331", null, null);
		Organisation other = add("Hembygdsföreningen i Heby", "0331", null, null);
		this.duplicateSearch.search(this.authority);
		refused(() -> this.duplicates.differ(this.authorities.region().id(), one.id(), other.id()), "unknown");
		this.duplicates.differ(this.authority, other.id(), one.id());
		assertThat(names()).isEmpty();
		refused(() -> this.duplicates.differ(this.authority, one.id(), other.id()), "decidedMeanwhile");
		this.duplicateSearch.search(this.authority);
		assertThat(names()).isEmpty();
	}

	@Test
	void aRegisterIsGoneThroughWhenItHasChanged() throws IOException {
		add("Heby hembygdsförening", "0331", null, null);
		this.duplicateSearch.run();
		bringIn("Namn;Kommun\nHembygdsföreningen i Heby;Heby\n");
		this.duplicateSearch.run();
		assertThat(names()).hasSize(1);
		Organisation gone = add("Heby hembygdsföreningen", "0331", null, null);
		this.duplicateSearch.run();
		assertThat(names()).hasSize(3);
		this.register.remove(this.authority, gone.id());
		assertThat(names()).hasSize(1);
	}

	@Test
	void anOfficerChoosesFieldByFieldWhatStays() {
		Organisation stays = add("Kören", "0331", null, "gammal@kor.example");
		Organisation goes = add("Kören i Heby", "0331", "802102-2945", "ny@kor.example");
		assertThat(this.joins.differences(stays, goes)).extracting(Difference::field)
			.containsExactly("name", "organisation_number", "email");
		this.joins.join(this.authority, seen(stays), seen(goes), Set.of("organisation_number", "email"));
		Organisation joined = this.organisations.get(this.authority, stays.id());
		assertThat(joined.name()).isEqualTo("Kören");
		assertThat(joined.email()).isEqualTo("ny@kor.example");
		assertThat(joined.details().organisationNumber()).isEqualTo("802102-2945");
		assertThat(this.organisations.get(this.authority, goes.id()).isRemoved()).isTrue();
		assertThat(this.changes.of(this.authority, stays.id())).extracting((it) -> it.difference().oldValue())
			.containsExactlyInAnyOrder(null, "gammal@kor.example");
		refused(() -> this.register.restore(this.authority, goes.id()), "joined");
		refused(() -> this.joins.takeBack(this.authorities.region().id(), join(stays).id()), "unknownJoin");
		this.register.change(this.authority, stays.id(), joined.version(),
				joined.details().withEmail("nyast@kor.example"));
		JoinId join = join(stays).id();
		assertThat(this.joins.takeBack(this.authority, join)).isEqualTo(goes.id());
		Organisation after = this.organisations.get(this.authority, stays.id());
		assertThat(after.details().organisationNumber()).isNull();
		assertThat(after.email()).as("changed since").isEqualTo("nyast@kor.example");
		Organisation back = this.organisations.get(this.authority, goes.id());
		assertThat(back.isActive()).isTrue();
		assertThat(back.details().values()).isEqualTo(goes.details().values());
		refused(() -> this.joins.takeBack(this.authority, join), "notToTakeBack");
	}

	@Test
	void joinsOneAfterAnotherAreTakenBackInTurn() {
		Organisation a = add("Kören A", "0331", null, null);
		Organisation b = add("Kören B", "0331", null, null);
		Organisation c = add("Kören C", "0331", null, null);
		this.joins.join(this.authority, seen(b), seen(a), Set.of());
		this.joins.join(this.authority, seen(c), seen(this.organisations.get(this.authority, b.id())), Set.of());
		assertThat(this.joins.allOf(c.id())).containsExactlyInAnyOrder(a.id(), b.id(), c.id());
		JoinId first = join(b).id();
		refused(() -> this.joins.takeBack(this.authority, first), "notToTakeBack");
		this.joins.takeBack(this.authority, join(c).id());
		this.joins.takeBack(this.authority, first);
		assertThat(this.search.counts(this.authority).active()).isEqualTo(3);
	}

	@Test
	void joinsIntoOneAreTakenBackFromTheLastToTheFirst() {
		Organisation stays = add("Kören", "0331", null, "s@kor.example");
		Organisation a = add("Kören A", "0331", null, "a@kor.example");
		Organisation b = add("Kören B", "0331", null, "b@kor.example");
		this.joins.join(this.authority, seen(stays), seen(a), Set.of("email"));
		JoinId first = join(stays).id();
		Organisation between = this.organisations.get(this.authority, stays.id());
		this.joins.join(this.authority, seen(between), seen(b), Set.of("email"));
		JoinId second = join(stays).id();
		refused(() -> this.joins.takeBack(this.authority, first), "joinedSince");
		assertThat(this.organisations.get(this.authority, a.id()).isRemoved()).isTrue();
		this.joins.takeBack(this.authority, second);
		this.joins.takeBack(this.authority, first);
		assertThat(this.organisations.get(this.authority, stays.id()).email()).isEqualTo("s@kor.example");
		assertThat(this.organisations.get(this.authority, b.id()).email()).isEqualTo("b@kor.example");
	}

	@Test
	void whatWaitsForTheOneThatWentGoesWhereAFileSays() throws IOException {
		Organisation stays = add("Kören", "0331", null, null);
		Organisation goes = add("Sångarna", "0380", null, null);
		this.joins.join(this.authority, seen(stays), seen(goes), Set.of());
		this.jdbc.sql("""
				insert into mail (id, authority_id, occasion, version, kind, step, recipient, subject, text_body,
					html_body, bulk, state, created_at, due_at, addressee)
				values (gen_random_uuid(), :authority, 'x', 1, 'x', 0, 'gammal@kor.example', 'x', 'x', 'x', false,
					'PENDING', now(), now() + interval '99 days', :addressee)""")
			.param("authority", this.authority)
			.param("addressee", goes.id())
			.update();
		bringIn("Namn;Kommun;E-post\nKören;Heby;info@kor.example\n");
		assertThat(this.jdbc.sql("select recipient from mail where authority_id = :authority")
			.param("authority", this.authority)
			.query(String.class)
			.list()).containsExactly("info@kor.example");
	}

	@Test
	void nothingIsKeptOfOneThatIsNotThere() {
		Organisation removed = add("Kören", "0331", null, null);
		this.register.remove(this.authority, removed.id());
		Organisation now = this.organisations.get(this.authority, removed.id());
		refused(() -> this.register.change(this.authority, now.id(), now.version(),
				now.details().withEmail("ny@kor.example")), "notThere");
		refused(() -> this.contacts.note(this.authority, now.id(), UUID.randomUUID(),
				new ContactLog.Contact(ContactLog.Kind.CALL, LocalDate.of(2026, 1, 1), null, "Ida svarade.")),
				"notThere");
	}

	@Test
	void theOneWhoComesSecondIsTold() throws Exception {
		Organisation one = add("Kören", "0331", null, null);
		Organisation other = add("Kören i Heby", "0331", null, null);
		ExecutorService officers = Executors.newFixedThreadPool(2);
		List<Callable<String>> both = List.of(
				() -> outcome(() -> this.joins.join(this.authority, seen(one), seen(other), Set.of())),
				() -> outcome(() -> this.joins.join(this.authority, seen(other), seen(one), Set.of())));
		List<String> outcomes = new ArrayList<>();
		for (Future<String> outcome : officers.invokeAll(both)) {
			outcomes.add(outcome.get());
		}
		officers.shutdown();
		assertThat(outcomes).containsExactlyInAnyOrder("done", "register.problem.decidedMeanwhile");
		assertThat(this.search.counts(this.authority).active()).isOne();
		refused(() -> this.duplicates.differ(this.authority, one.id(), other.id()), "decidedMeanwhile");
	}

	@Test
	void aFileThatNamesTheOneThatWentMeansTheOneThatStays() throws IOException {
		Organisation stays = add("Kören", "0331", null, null);
		Organisation goes = add("Sångarna", "0380", null, null);
		this.joins.join(this.authority, seen(stays), seen(goes), Set.of());
		ImportId id = bringIn("Namn;Kommun;E-post\nSångarna;Uppsala;info@kor.example\nKören;Heby;\n");
		assertThat(this.rows.report(id).added()).isZero();
		assertThat(this.rows.report(id).refused()).isZero();
		assertThat(this.organisations.get(this.authority, stays.id()).email()).isEqualTo("info@kor.example");
		assertThat(this.organisations.get(this.authority, goes.id()).email()).isNull();
	}

	@Test
	void withTheOneThatStaysTheContactsOfTheOtherAreForgotten() {
		Organisation stays = add("Kören", "0331", null, null);
		Organisation before = add("Sångarna", "0331", null, "gammal@kor.example");
		Organisation goes = this.register.change(this.authority, before.id(), before.version(),
				before.details().withEmail("info@kor.example"));
		this.joins.join(this.authority, seen(stays), seen(goes), Set.of());
		this.register.remove(this.authority, stays.id());
		assertThat(this.organisations.get(this.authority, goes.id()).email()).isNull();
		assertThat(this.changes.of(this.authority, goes.id())).isEmpty();
		refused(() -> this.joins.takeBack(this.authority, join(stays).id()), "notToTakeBack");
	}

	private ImportId bringIn(String file) throws IOException {
		ImportId id = this.imports.receive(this.authority, "officer", "fil.csv",
				new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
		this.worker.run();
		this.imports.confirm(this.authority, id, 1);
		this.worker.run();
		return id;
	}

	private Join join(Organisation stays) {
		return this.joins.into(stays).get(0);
	}

	private static Seen seen(Organisation organisation) {
		return new Seen(organisation.id(), organisation.version());
	}

	private static String outcome(Runnable work) {
		try {
			work.run();
			return "done";
		}
		catch (RegisterProblem problem) {
			return problem.messageKey();
		}
	}

	private Organisation add(String name, String municipality, String number, String email) {
		return this.register.add(this.authority,
				OrganisationDetails.of(name, Sector.CULTURE)
					.withMunicipality(municipality)
					.withOrganisationNumber(number)
					.withEmail(email));
	}

	private List<String> names() {
		return this.duplicates.waiting(this.authority, 0)
			.stream()
			.map((pair) -> (pair.oneName().compareTo(pair.otherName()) < 0) ? pair.oneName() + "+" + pair.otherName()
					: pair.otherName() + "+" + pair.oneName())
			.toList();
	}

	private static void refused(Runnable work, String problem) {
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(work::run)
			.extracting(RegisterProblem::messageKey)
			.isEqualTo("register.problem." + problem);
	}

}
