package se.kulturlots.register;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.core.OrganisationId;
import se.kulturlots.journal.Journal;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KulturlotsTest
class RegisterTest {

	@Autowired
	Register register;

	@Autowired
	SelfRegistration selfRegistration;

	@Autowired
	Organisations organisations;

	@Autowired
	OrganisationSearch search;

	@Autowired
	Coverage coverage;

	@Autowired
	SavedFilters savedFilters;

	@Autowired
	Municipalities municipalities;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	Journal journal;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	OrganisationChanges changes;

	String authority;

	@BeforeEach
	void uppsala() {
		this.authority = this.authorities.region().id();
		this.municipalities.cover(this.authority,
				this.municipalities.inCounty("SE", "03").stream().map(Municipality::code).toList());
	}

	@Test
	void municipalitiesAndPostalCodesAreThere() {
		assertThat(this.municipalities.of(this.authority)).extracting(Municipality::name)
			.containsExactly("Enköping", "Heby", "Håbo", "Knivsta", "Tierp", "Uppsala", "Älvkarleby", "Östhammar");
		assertThat(this.municipalities.find("0114")).map(Municipality::countyName).hasValue("Stockholms län");
		assertThat(this.municipalities.all()).hasSize(290 + 30);
		assertThat(this.jdbc.sql("select count(*) from postal_code").query(Integer.class).single()).isEqualTo(15_463);
	}

	@Test
	void anOrganisationIsThereOnlyOnce() {
		OrganisationDetails details = choir().withMunicipality("0331");
		this.register.add(this.authority, details);
		this.register.add(this.authority, details.withMunicipality("0360"));
		this.register.add(this.authorities.region().id(), details);
		refused(() -> this.register.add(this.authority, details), "alreadyThere");
		refused(() -> this.register.add(this.authority, details.withOrganisationNumber("802102-2945")), "alreadyThere");
		this.register.add(this.authority, details.withMunicipality("0380").withOrganisationNumber("802102-2945"));
		this.register.add(this.authority,
				OrganisationDetails.of("Annan", Sector.FILM).withOrganisationNumber("802102-2945"));
	}

	@Test
	void anOrganisationOfAnotherAuthorityDoesNotExist() {
		String other = this.authorities.region().id();
		Organisation organisation = this.register.add(this.authority, choir());
		OrganisationId id = organisation.id();
		refused(() -> this.organisations.get(other, id), "unknown");
		refused(() -> this.register.change(other, id, 0, choir()), "unknown");
		refused(() -> this.register.approve(other, id), "unknown");
		refused(() -> this.register.remove(other, id), "unknown");
		refused(() -> this.register.restore(other, id), "unknown");
		assertThat(this.search.find(other, OrganisationFilter.active(), 0).rows()).isEmpty();
		assertThat(this.organisations.findByAuthorityIdAndIdIn(other, List.of(id))).isEmpty();
		assertThat(this.coverage.of(other, List.of(id)).sectorShare()).isZero();
	}

	@Test
	void aChangeIsRefusedWhenSomebodyElseWasFaster() {
		Organisation organisation = this.register.add(this.authority, choir());
		int version = organisation.version();
		this.register.change(this.authority, organisation.id(), version, choir().withEmail("a@b.example"));
		refused(() -> this.register.change(this.authority, organisation.id(), version, choir()), "changedMeanwhile");
		assertThat(this.organisations.get(this.authority, organisation.id()).email()).isEqualTo("a@b.example");
	}

	@Test
	void theContactDetailsOfARemovedOneAreForgotten() {
		Organisation organisation = this.register.add(this.authority, choir().withEmail("a@b.example"));
		this.register.remove(this.authority, organisation.id());
		this.register.remove(this.authority, organisation.id());
		Organisation removed = this.organisations.get(this.authority, organisation.id());
		assertThat(removed.status()).isEqualTo(OrganisationStatus.REMOVED);
		assertThat(removed.email()).isNull();
		assertThat(this.search.idsOf(this.authority, OrganisationFilter.active())).isEmpty();
		assertThat(this.register.restore(this.authority, organisation.id()).isActive()).isTrue();
		assertThat(this.journal.of(this.authority, organisation.id(), false, 10)).extracting(Journal.Entry::textKey)
			.containsExactly("register.journal.restored", "register.journal.removed", "register.journal.added");
	}

	@Test
	void aSelfRegisteredOneWaitsUntilItIsLookedAt() {
		String reference = register(choir().withEmail("kor@heby.example"));
		assertThat(reference).matches("F-[2-9A-Z]{8}");
		assertThat(this.search.idsOf(this.authority, OrganisationFilter.active())).isEmpty();
		OrganisationId id = pending().get(0);
		assertThat(this.register.approve(this.authority, id).isActive()).isTrue();
		refused(() -> this.register.approve(this.authority, id), "notPending");
	}

	@Test
	void oneThatIsThereAlreadyRegistersAsIfItWereNot() {
		Organisation there = this.register.add(this.authority, choir());
		register(choir().withEmail("kor@heby.example"));
		OrganisationId id = pending().get(0);
		assertThat(this.register.alike(this.organisations.get(this.authority, id))).extracting(Organisation::id)
			.containsExactly(there.id());
		refused(() -> this.register.approve(this.authority, id), "alreadyThere");
		assertThat(this.register.join(this.authority, id, there.id(), Set.of()).email()).isEqualTo("kor@heby.example");
		assertThat(pending()).isEmpty();
		assertThat(this.search.idsOf(this.authority, OrganisationFilter.active())).containsExactly(there.id());
	}

	@Test
	void whoeverKnowsTheNumberOfAnOrganisationDoesNotGetItsMails() {
		OrganisationDetails known = choir().withOrganisationNumber("802102-2945");
		Organisation there = this.register.add(this.authority, known.withEmail("kor@heby.example"));
		register(known.withEmail("annan@annan.example"));
		register(known.withEmail("ny@heby.example"));
		List<OrganisationId> waiting = pending();
		assertThat(this.register.differences(this.organisations.get(this.authority, waiting.get(0)), there))
			.containsExactly(new Difference("email", "kor@heby.example", "annan@annan.example"));
		assertThat(this.register.join(this.authority, waiting.get(0), there.id(), Set.of()).email())
			.isEqualTo("kor@heby.example");
		assertThat(this.register.join(this.authority, waiting.get(1), there.id(), Set.of("email")).email())
			.isEqualTo("ny@heby.example");
		assertThat(this.changes.of(this.authority, there.id())).extracting(OrganisationChanges.Change::difference)
			.containsExactly(new Difference("email", "kor@heby.example", "ny@heby.example"));
		this.register.remove(this.authority, there.id());
		assertThat(this.changes.of(this.authority, there.id())).isEmpty();
	}

	@Test
	void accentsMayBeLeftOff() {
		this.register.add(this.authority, OrganisationDetails.of("Allé konstförening", Sector.VISUAL_ARTS));
		assertThat(names(text("alle"))).containsExactly("Allé konstförening");
		assertThat(names(text("ALLÉ"))).containsExactly("Allé konstförening");
		assertThat(names(text("konstforening"))).isEmpty();
	}

	@Test
	void identityNumbersOfPersonsAreRefusedInEveryField() {
		OrganisationFields.Rules rules = new OrganisationFields.Rules("SE", List.of(), List.of("sv"), false);
		for (String number : List.of("19121212-1212", "121212-1212", "1212121212", "191212121212", "131052-308T")) {
			OrganisationFields fields = new OrganisationFields("Firma " + number, number, "MUSIC", "-", number, "-",
					null, "Heby " + number, number, null, number, "Kim " + number, "sv");
			assertThat(fields.check(rules).faults()).filteredOn((it) -> it.messageKey().endsWith("personalNumber"))
				.as(number)
				.extracting(OrganisationFields.Fault::field)
				.contains("name", "organisationNumber", "type", "locality", "contactName");
		}
		assertThat(PersonalNumber.isInPhone("070-174 06 05")).isFalse();
		assertThat(PersonalNumber.isIn("802102-2945")).isFalse();
		assertThat(PersonalNumber.without("Firma Kim 19121212-1212")).isEqualTo("Firma Kim");
	}

	@Test
	void theSameSubmissionTwiceAtOnceIsOneRegistration() throws Exception {
		UUID submission = UUID.randomUUID();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<String> references = threads
				.invokeAll(
						Stream
							.generate(() -> (java.util.concurrent.Callable<String>) () -> this.selfRegistration
								.submit(this.authority, submission, choir().withEmail("kor@heby.example")))
							.limit(4)
							.toList())
				.stream()
				.map((future) -> {
					try {
						return future.get();
					}
					catch (Exception ex) {
						throw new IllegalStateException(ex);
					}
				})
				.distinct()
				.toList();
			assertThat(references).hasSize(1);
			assertThat(pending()).hasSize(1);
			assertThat(this.selfRegistration.registered(this.authority, references.get(0))).isPresent();
			assertThat(this.selfRegistration.registered(this.authorities.region().id(), references.get(0))).isEmpty();
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	void organisationsAreFoundByWordsAndFilters() {
		this.register.add(this.authority,
				OrganisationDetails.of("Åkerby 100%_teater", Sector.PERFORMING_ARTS)
					.withMunicipality("0331")
					.withEmail("info@akerby.example"));
		this.register.add(this.authority,
				OrganisationDetails.of("Älvens ungdomar", Sector.YOUTH).withPriorityGroup(PriorityGroup.YOUTH));
		this.register.add(this.authority, OrganisationDetails.of("Ö-kören", Sector.MUSIC).withMunicipality("0331"));
		assertThat(names(text("TEATER åker"))).containsExactly("Åkerby 100%_teater");
		assertThat(names(text("akerby.example"))).containsExactly("Åkerby 100%_teater");
		assertThat(names(text("100%_"))).hasSize(1);
		assertThat(names(text("1%0"))).isEmpty();
		assertThat(names(text("ö-kör"))).hasSize(1);
		assertThat(names(text("'; drop table organisation; --"))).isEmpty();
		assertThat(names(text("\u0000\\"))).isEmpty();
		assertThat(names(new OrganisationFilter(null, "0331", null, null, null, null))).hasSize(2);
		assertThat(names(new OrganisationFilter(null, OrganisationFilter.UNKNOWN, null, null, null, null)))
			.containsExactly("Älvens ungdomar");
		assertThat(names(new OrganisationFilter(null, null, Sector.MUSIC, null, null, null))).hasSize(1);
		assertThat(names(new OrganisationFilter(null, null, null, PriorityGroup.YOUTH, null, null))).hasSize(1);
		assertThat(names(OrganisationFilter.reachable())).containsExactly("Åkerby 100%_teater");
		assertThat(names(OrganisationFilter.active())).containsExactly("Åkerby 100%_teater", "Älvens ungdomar",
				"Ö-kören");
		assertThat(this.search.counts(this.authority)).isEqualTo(new OrganisationSearch.Counts(3, 1, 0));
	}

	@Test
	void longListsComePageByPage() {
		for (int i = 0; i < 51; i++) {
			this.register.add(this.authority, OrganisationDetails.of("Nummer " + (100 + i), Sector.OTHER));
		}
		OrganisationPage last = this.search.find(this.authority, OrganisationFilter.active(), 99);
		assertThat(last.rows()).extracting(OrganisationRow::name).containsExactly("Nummer 150");
		assertThat(last.number()).isEqualTo(1);
		assertThat(last.pages()).isEqualTo(2);
		assertThat(this.search.find(this.authority, OrganisationFilter.active(), -5).rows()).hasSize(50);
		assertThat(this.search.find(this.authority, text("finns inte"), 0).pages()).isEqualTo(1);
	}

	@Test
	void coverageTellsFromWhereNobodyIs() {
		OrganisationId heby = this.register
			.add(this.authority,
					OrganisationDetails.of("A", Sector.YOUTH)
						.withMunicipality("0331")
						.withPriorityGroup(PriorityGroup.YOUTH))
			.id();
		OrganisationId outside = this.register
			.add(this.authority, OrganisationDetails.of("B", Sector.OTHER).withMunicipality("0180"))
			.id();
		Organisation removed = this.register.add(this.authority,
				OrganisationDetails.of("C", Sector.FILM).withMunicipality("0360"));
		this.register.remove(this.authority, removed.id());
		CoverageResult result = this.coverage.of(this.authority, List.of(heby, outside, removed.id()));
		assertThat(result.municipalityShare()).isEqualTo(1 / 8d);
		assertThat(result.sectorShare()).isEqualTo(1 / 18d);
		assertThat(result.priorityShare()).isEqualTo(1 / 4d);
		assertThat(result.municipalitiesWithout()).hasSize(7);
		assertThat(result.sectorsWithout()).hasSize(17).doesNotContain(Sector.YOUTH, Sector.OTHER);
		assertThat(result.priorityGroupsWithout()).containsExactly(PriorityGroup.ETHNIC_MINORITIES,
				PriorityGroup.NATIONAL_MINORITIES, PriorityGroup.DISABILITY);
		assertThat(result.isComplete()).isFalse();
		assertThat(this.coverage.of(this.authority, List.of()).municipalityShare()).isZero();
	}

	@Test
	void coverageIsToldAsItWillBeWithAllThatAreFound() {
		OrganisationId youth = this.register.add(this.authority, OrganisationDetails.of("A", Sector.YOUTH)).id();
		this.register.add(this.authority, choir().withMunicipality("0331"));
		Organisation removed = this.register.add(this.authority,
				OrganisationDetails.of("Kören C", Sector.FILM).withMunicipality("0360"));
		this.register.remove(this.authority, removed.id());
		this.register.add(this.authorities.region().id(), OrganisationDetails.of("Kören D", Sector.DANCE));
		CoverageResult then = this.coverage.withAll(this.authority, List.of(youth), text("kören"));
		assertThat(then.municipalityShare()).isEqualTo(1 / 8d);
		assertThat(then.sectorShare()).isEqualTo(2 / 18d);
		assertThat(then.sectorsWithout()).doesNotContain(Sector.YOUTH, Sector.MUSIC);
		assertThat(this.coverage.withAll(this.authority, List.of(youth), text("ingen")).sectorShare())
			.isEqualTo(1 / 18d);
	}

	@Test
	void aFilterIsSavedReplacedAndRemovedOnceOrTwice() {
		String other = this.authorities.region().id();
		this.savedFilters.save(other, "Körer", text("andra"));
		this.savedFilters.save(this.authority, "Körer", text("kör"));
		this.savedFilters.save(this.authority, " KÖRER ", text("kören"));
		SavedFilter saved = this.savedFilters.of(this.authority).get(0);
		assertThat(this.savedFilters.of(this.authority)).containsExactly(saved);
		assertThat(saved.name()).isEqualTo("KÖRER");
		assertThat(saved.filter()).isEqualTo(text("kören"));
		refused(() -> this.savedFilters.remove(other, saved.id()), "unknownFilter");
		refused(() -> this.savedFilters.remove(this.authority, new SavedFilterId(UUID.randomUUID())), "unknownFilter");
		this.savedFilters.remove(this.authority, saved.id());
		this.savedFilters.remove(this.authority, saved.id());
		assertThat(this.savedFilters.of(this.authority)).isEmpty();
		this.savedFilters.save(this.authority, "Körer", text("kör"));
		this.savedFilters.save(this.authority, "Film", text("film"));
		SavedFilter again = this.savedFilters.of(this.authority).get(1);
		assertThat(again.id()).isNotEqualTo(saved.id());
		this.savedFilters.remove(this.authority, again.id());
		assertThat(this.savedFilters.of(this.authority)).extracting(SavedFilter::name).containsExactly("Film");
		assertThat(this.savedFilters.of(other)).extracting(SavedFilter::filter).containsExactly(text("andra"));
	}

	private static OrganisationDetails choir() {
		return OrganisationDetails.of("Kören", Sector.MUSIC);
	}

	private static OrganisationFilter text(String text) {
		return new OrganisationFilter(text, null, null, null, null, null);
	}

	private List<String> names(OrganisationFilter filter) {
		return this.search.find(this.authority, filter, 0).rows().stream().map(OrganisationRow::name).toList();
	}

	private String register(OrganisationDetails details) {
		return this.selfRegistration.submit(this.authority, UUID.randomUUID(), details);
	}

	private List<OrganisationId> pending() {
		return this.search.idsOf(this.authority,
				new OrganisationFilter(null, null, null, null, OrganisationStatus.PENDING, null));
	}

	private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String problem) {
		assertThatExceptionOfType(RegisterProblem.class).isThrownBy(call)
			.extracting(RegisterProblem::messageKey)
			.isEqualTo("register.problem." + problem);
	}

}
