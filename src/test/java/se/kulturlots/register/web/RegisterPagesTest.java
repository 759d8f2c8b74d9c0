package se.kulturlots.register.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.register.DuplicateSearch;
import se.kulturlots.register.ImportId;
import se.kulturlots.register.ImportWorker;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Municipality;
import se.kulturlots.register.Organisation;
import se.kulturlots.register.OrganisationDetails;
import se.kulturlots.register.OrganisationFilter;
import se.kulturlots.register.OrganisationImports;
import se.kulturlots.register.OrganisationRow;
import se.kulturlots.register.OrganisationSearch;
import se.kulturlots.register.Organisations;
import se.kulturlots.register.Register;
import se.kulturlots.register.Sector;
import se.kulturlots.register.SelfRegistration;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class RegisterPagesTest {

	private static final Path FILE = Path.of("src/test/resources/register/uppsala-lan-latin1-semicolon.csv");

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	Accounts accounts;

	@Autowired
	Municipalities municipalities;

	@Autowired
	Organisations organisations;

	@Autowired
	OrganisationSearch search;

	@Autowired
	Register register;

	@Autowired
	DuplicateSearch duplicates;

	@Autowired
	SelfRegistration selfRegistration;

	@Autowired
	OrganisationImports imports;

	@Autowired
	ImportWorker worker;

	String authority;

	@BeforeEach
	void uppsala() {
		this.authority = this.authorities.region().id();
		this.municipalities.cover(this.authority,
				this.municipalities.inCounty("SE", "03").stream().map(Municipality::code).toList());
	}

	@Test
	void anOfficerImportsAFileAndFindsWhatWasInIt(Browser browser) throws IOException {
		Page page = signedIn(browser, Role.OFFICER);
		page.navigate("/staff/register");
		assertThat(page.locator(".kl-empty")).isVisible();
		browser.assertAccessible(page);
		browser.screenshot(page, "register-empty");
		link(page, "Läs in en fil").click();
		browser.assertAccessible(page);
		browser.screenshot(page, "register-import");
		page.getByLabel("Fil med organisationer").setInputFiles(FILE);
		button(page, "Granska filen").click();
		this.worker.run();
		page.reload();
		assertThat(page.locator("h1")).hasText("Granska filen");
		assertThat(page.locator("main")).containsText("631");
		page.getByLabel("Visa", new Page.GetByLabelOptions().setExact(true)).selectOption("MARKED");
		button(page, "Visa raderna").click();
		assertThat(page.locator("tbody tr").first()).isVisible();
		browser.assertAccessible(page);
		browser.screenshot(page, "register-preview");
		Download rows = page.waitForDownload(() -> link(page, "Hämta som CSV").click());
		assertThat(Files.readString(rows.path(), StandardCharsets.UTF_8)).startsWith("\uFEFFRad;Namn;");
		assertThat(this.search.counts(this.authority).active()).isZero();
		button(page, "Läs in i registret").click();
		this.worker.run();
		page.reload();
		assertThat(page.locator("h1")).hasText("Filen är inläst");
		browser.assertAccessible(page);
		browser.screenshot(page, "register-imported");
		int active = this.search.counts(this.authority).active();
		assertThat(active).isGreaterThan(500);
		link(page, "Till registret").click();
		assertThat(page.locator(".kl-lead")).containsText(active + " organisationer");
		browser.assertAccessible(page);
		browser.screenshot(page, "register-list");
		link(page, "Nästa").click();
		assertThat(page.locator("tbody tr")).hasCount(50);
		page.getByLabel("Sökord").fill("åkerby kurd");
		page.getByLabel("Kommun").selectOption("0305");
		button(page, "Sök").click();
		assertThat(page.locator("tbody tr")).hasCount(1);
		assertThat(page.locator("tbody th")).hasText("Åkerby kurdiska förening");
		assertThat(page.getByLabel("Kommun")).hasValue("0305");
		Download export = page.waitForDownload(() -> link(page, "Hämta som CSV").click());
		assertThat(Files.readString(export.path(), StandardCharsets.UTF_8)).startsWith("\uFEFFFöreningsnamn;")
			.contains("Åkerby kurdiska förening")
			.hasLineCount(2);
		page.getByLabel("Sökord").fill("\"'<>&%");
		button(page, "Sök").click();
		assertThat(page.locator(".kl-empty")).containsText("Ingen organisation stämmer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "empty", "pdf", "columns", "none" })
	void aFileThatCannotBeReadIsRefusedWithTheReason(String kind, Browser browser) {
		Page page = signedIn(browser, Role.LIAISON);
		page.navigate("/staff/register/import");
		switch (kind) {
			case "empty" -> choose(page, "tom.csv", new byte[0]);
			case "pdf" -> choose(page, "plan.csv", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8));
			case "columns" -> choose(page, "x.csv", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8));
			default -> {
			}
		}
		button(page, "Granska filen").click();
		String reason = switch (kind) {
			case "empty" -> "Filen är tom.";
			case "pdf" -> "varken en CSV-fil eller ett kalkylblad";
			case "columns" -> "Ingen kolumn heter";
			default -> "Välj en fil.";
		};
		if (kind.equals("pdf") || kind.equals("columns")) {
			this.worker.run();
			page.reload();
			assertThat(page.locator("h1")).hasText("Filen gick inte att läsa");
			assertThat(page.locator(".ds-alert")).containsText(reason);
			if (kind.equals("columns")) {
				browser.assertAccessible(page);
				page.getByLabel("”a” läses som").selectOption("CONTACT");
				button(page, "Läs om filen så").click();
				assertThat(page.locator(".kl-error-summary")).containsText("Välj vilken kolumn");
				assertThat(page.getByLabel("”a” läses som")).hasValue("CONTACT");
				page.getByLabel("”b” läses som").selectOption("NAME");
				button(page, "Läs om filen så").click();
				this.worker.run();
				page.reload();
				assertThat(page.locator("h1")).hasText("Granska filen");
				assertThat(page.locator("tbody").first()).containsText("2");
			}
		}
		else {
			assertThat(page.locator(".kl-error-summary")).containsText(reason);
		}
		browser.assertAccessible(page);
		browser.screenshot(page, "register-import-" + kind);
	}

	@Test
	void whatDiffersFromTheRegisterIsChosenByAnOfficer(Browser browser) throws IOException {
		for (String name : new String[] { "Kören", "Teatern" }) {
			this.register.add(this.authority,
					OrganisationDetails.of(name, Sector.MUSIC)
						.withMunicipality("0331")
						.withEmail("gammal@" + (name.equals("Kören") ? "koren" : "teatern") + ".example"));
		}
		ImportId id = this.imports.receive(this.authority, "officer", "ny.csv",
				new ByteArrayInputStream(
						"Namn;Kommun;E-post\nKören;Heby;ny@koren.example\nTeatern;Heby;ny@teatern.example\n"
							.getBytes(StandardCharsets.UTF_8)));
		this.worker.run();
		Page page = signedIn(browser, Role.OFFICER);
		page.navigate("/staff/register/import/" + id);
		link(page, "Se vad som skiljer sig").click();
		assertThat(page.locator("tbody tr").first()).containsText("E-post: gammal@koren.example → ny@koren.example");
		browser.assertAccessible(page);
		browser.screenshot(page, "register-differing");
		button(page, "Ta filens uppgifter för Kören").click();
		assertThat(page.locator("tbody tr").first()).containsText("Filens uppgifter gäller.");
		button(page, "Läs in i registret").click();
		this.worker.run();
		page.reload();
		assertThat(this.search.all(this.authority, OrganisationFilter.active())).extracting(OrganisationRow::email)
			.containsExactly("ny@koren.example", "gammal@teatern.example");
		link(page, "Kören").click();
		assertThat(page.locator("main")).containsText("E-post: gammal@koren.example → ny@koren.example");
		browser.assertAccessible(page);
		page.navigate("/staff/register/import/" + id);
		button(page, "Ångra inläsningen").click();
		assertThat(page.locator("h1")).hasText("Inläsningen är ångrad");
		browser.assertAccessible(page);
		assertThat(this.search.all(this.authority, OrganisationFilter.active())).extracting(OrganisationRow::email)
			.containsExactly("gammal@koren.example", "gammal@teatern.example");
	}

	@Test
	void anOfficerSaysWhichSectorATypeBelongsTo(Browser browser) throws IOException {
		this.register.add(this.authority, new OrganisationDetails("Gamla laget", null, Sector.OTHER, "Odlarlag", null,
				null, null, null, null, null, null, "sv", null));
		ImportId id = this.imports.receive(this.authority, "officer", "ny.csv", new ByteArrayInputStream(
				"Namn;Typ\nNya laget;Odlarlagar\nLogen;Loge\n".getBytes(StandardCharsets.UTF_8)));
		this.worker.run();
		Page page = signedIn(browser, Role.OFFICER);
		page.navigate("/staff/register/import/" + id);
		browser.assertAccessible(page);
		browser.screenshot(page, "register-words");
		page.getByLabel("Sektor för Odlarlagar").selectOption("Natur, miljö och friluftsliv");
		page.getByLabel("Sektor för Loge").selectOption("Ingen sektor");
		button(page, "Spara och läs om filen").click();
		this.worker.run();
		page.reload();
		assertThat(page.locator("#words")).hasCount(0);
		page.navigate("/staff/register/sectors");
		assertThat(page.getByLabel("Sektor för Odlarlagar")).hasValue("ENVIRONMENT");
		browser.assertAccessible(page);
		browser.screenshot(page, "register-sectors");
		page.getByLabel("Typ eller verksamhet").fill("x".repeat(101));
		page.locator("select[name='sector.2']").selectOption("MUSIC");
		page.getByLabel("Sektor för Loge").selectOption("HERITAGE");
		button(page, "Spara").click();
		assertThat(page.locator(".kl-error-summary")).containsText("högst 100 tecken");
		assertThat(page.getByLabel("Sektor för Loge")).hasValue("HERITAGE");
		page.getByLabel("Typ eller verksamhet").fill("Visförening");
		button(page, "Spara").click();
		assertThat(page.locator(".ds-alert").first()).containsText("Tabellen är sparad.");
		assertThat(page.getByLabel("Sektor för Visförening")).hasValue("MUSIC");
		button(page, "Ge dem sektorn").click();
		assertThat(page.locator("main")).containsText("En organisation har fått ny sektor.");
		browser.assertAccessible(page);
		browser.screenshot(page, "register-bulk");
		button(page, "Ångra ändringen").click();
		assertThat(page.locator("h1")).hasText("Ändringen är ångrad");
		assertThat(page.locator("main")).containsText("En organisation fick tillbaka sitt förra värde");
		page.navigate("/staff/register/sectors");
		assertThat(page.locator("#latest ~ ul li")).containsText("En organisation har fått ny sektor.");
		assertThat(page.locator("#latest ~ ul li")).containsText("Ändringen är ångrad");
		browser.assertAccessible(page);
	}

	@Test
	void anOfficerChangesAllOfASelectionAtOnce(Browser browser) {
		for (String name : new String[] { "Kören", "Sångarna" }) {
			this.register.add(this.authority, OrganisationDetails.of(name, Sector.MUSIC));
		}
		this.register.add(this.authority, OrganisationDetails.of("Filmklubben", Sector.FILM));
		Page page = signedIn(browser, Role.OFFICER);
		page.navigate("/staff/register?sector=MUSIC");
		link(page, "Ändra alla 2 på en gång").click();
		assertThat(page.locator("main")).containsText("Urvalet innehåller 2 organisationer.");
		button(page, "Fortsätt").click();
		assertThat(page.locator(".kl-error-summary")).containsText("Välj vad som ska ändras.");
		page.getByLabel("Kommun", new Page.GetByLabelOptions().setExact(true)).check();
		button(page, "Fortsätt").click();
		assertThat(page.locator(".kl-error-summary")).containsText("Välj en kommun i listan.");
		page.getByLabel("Ny kommun").selectOption("Heby");
		button(page, "Fortsätt").click();
		assertThat(page.locator("#sure + p"))
			.hasText("2 organisationer ändras. Kommun: Heby. Ändringen går att ångra.");
		browser.assertAccessible(page);
		browser.screenshot(page, "register-bulk-check");
		button(page, "Gör ändringen").click();
		assertThat(page.locator("main")).containsText("2 organisationer har fått ny kommun.");
		assertThat(this.search.all(this.authority, OrganisationFilter.active()))
			.extracting(OrganisationRow::municipality)
			.containsExactlyInAnyOrder("Heby", "Heby", null);
		button(page, "Ångra ändringen").click();
		assertThat(this.search.all(this.authority, OrganisationFilter.active()))
			.extracting(OrganisationRow::municipality)
			.containsOnlyNulls();
	}

	@Test
	void whatIsLookedForAgainGetsAName(Browser browser) {
		this.register.add(this.authority, OrganisationDetails.of("Kören & Co", Sector.MUSIC));
		this.register.add(this.authority, OrganisationDetails.of("Filmklubben", Sector.FILM));
		Page page = signedIn(browser, Role.OFFICER);
		page.navigate("/staff/register?sector=MUSIC&text=k%C3%B6ren+%26&hasEmail=no");
		link(page, "Spara urvalet").click();
		assertThat(page.locator("main")).containsText("en organisation");
		button(page, "Spara").click();
		assertThat(page.locator(".kl-error-summary")).containsText("högst 60 tecken");
		page.getByLabel("Namn på urvalet").fill("Körer");
		browser.assertAccessible(page);
		browser.screenshot(page, "register-save-filter");
		button(page, "Spara").click();
		assertThat(page.locator("tbody tr")).hasCount(1);
		page.navigate("/staff/register");
		assertThat(page.locator("tbody tr")).hasCount(2);
		browser.assertAccessible(page);
		link(page, "Körer").click();
		assertThat(page.locator("tbody tr")).hasCount(1);
		assertThat(page.getByLabel("Sökord")).hasValue("kören &");
		assertThat(page.getByLabel("E-post")).hasValue("no");
		this.authority = this.authorities.region().id();
		Page elsewhere = signedIn(browser, Role.OFFICER);
		elsewhere.navigate("/staff/register/selections");
		assertThat(elsewhere.locator("main")).not().containsText("Körer");
		page.navigate("/staff/register/selections");
		page.getByText("Ta bort").first().click();
		page.locator("details[open] button").click();
		assertThat(page.locator("main")).not().containsText("Körer");
	}

	@Test
	void anOfficerJoinsTwoAndTakesItBackAndKeepsTwoOthersApart(Browser browser) {
		Organisation kept = this.register.add(this.authority,
				OrganisationDetails.of("Heby hembygdsförening", Sector.HERITAGE)
					.withMunicipality("0331")
					.withEmail("gammal@hembygd.example"));
		this.register.add(this.authority,
				OrganisationDetails.of("Hembygdsföreningen i Heby", Sector.OTHER)
					.withMunicipality("0331")
					.withEmail("ny@hembygd.example")
					.withOrganisationNumber("802102-2945"));
		this.register.add(this.authority, OrganisationDetails.of("Kören", Sector.MUSIC).withEmail("a@kor.example"));
		this.register.add(this.authority, OrganisationDetails.of("Sångarna", Sector.MUSIC).withEmail("a@kor.example"));
		this.duplicates.search(this.authority);
		Page page = signedIn(browser, Role.OFFICER);
		page.navigate("/staff/register");
		assertThat(page.locator("main")).containsText("2 par av organisationer kan vara samma");
		link(page, "Möjliga dubbletter").first().click();
		assertThat(page.locator("tbody tr")).hasCount(2);
		browser.assertAccessible(page);
		browser.screenshot(page, "register-duplicates");
		page.locator("tr", new Page.LocatorOptions().setHasText("Hembygdsföreningen i Heby")).locator("a").click();
		assertThat(page.locator("main")).containsText("Namnen är olika.");
		if (!page.locator("thead th").nth(1).innerText().startsWith("Heby")) {
			link(page, "Låt ”Heby hembygdsförening” bli kvar i stället").click();
		}
		assertThat(page.locator("main")).containsText("Bara den ena har ett organisationsnummer.");
		assertThat(page.getByLabel("Organisationsnummer: 802102-2945")).isChecked();
		assertThat(page.getByLabel("E-post: gammal@hembygd.example")).isChecked();
		browser.assertAccessible(page);
		browser.screenshot(page, "register-duplicate");
		page.getByLabel("E-post: ny@hembygd.example").check();
		button(page, "Slå ihop dem").click();
		assertThat(page.locator("h1")).hasText("Heby hembygdsförening");
		assertThat(page.locator(".ds-alert").first()).containsText("Organisationerna är sammanslagna.");
		assertThat(page.locator("main")).containsText("E-post: gammal@hembygd.example → ny@hembygd.example");
		browser.assertAccessible(page);
		browser.screenshot(page, "register-joined-organisations");
		link(page, "Hembygdsföreningen i Heby").click();
		assertThat(page.locator("main")).containsText("Sammanslagen med");
		browser.assertAccessible(page);
		page.getByText("Ta tillbaka sammanslagningen").click();
		assertThat(page.locator(".ds-alert").first()).containsText("Sammanslagningen är tagen tillbaka.");
		assertThat(this.organisations.get(this.authority, kept.id()).email()).isEqualTo("gammal@hembygd.example");
		page.navigate("/staff/register/duplicates");
		page.locator("tr", new Page.LocatorOptions().setHasText("Sångarna")).locator("a").click();
		String compared = page.url();
		button(page, "Håll dem isär").click();
		assertThat(page.locator("tbody tr")).hasCount(1);
		page.navigate(compared);
		button(page, "Håll dem isär").click();
		assertThat(page.locator("main")).containsText("Någon annan har ändrat, slagit ihop eller hållit isär");
	}

	@Test
	void aFileThatIsTooLargeIsRefusedWithAClearPage(Browser browser) {
		Page page = signedIn(browser, Role.OFFICER);
		page.navigate("/staff/register/import");
		// a browser takes long to send more: the limit is told by the size that is
		// announced
		int status = (int) page.evaluate("""
				async () => { const body = new FormData();
				body.append('_csrf', document.querySelector('input[name=_csrf]').value);
				body.append('file', new Blob([new Uint8Array(55000000)]), 'stor.csv');
				return (await fetch('/staff/register/import', { method: 'POST', body })).status; }""");
		assertThat(status).isEqualTo(413);
	}

	@Test
	void anOfficerAddsChangesAndRemovesAnOrganisation(Browser browser) {
		Page page = signedIn(browser, Role.OFFICER);
		page.navigate("/staff/register/new");
		browser.assertAccessible(page);
		browser.screenshot(page, "register-new");
		button(page, "Spara").click();
		assertThat(page.locator(".kl-error-summary li")).hasCount(3);
		browser.assertAccessible(page);
		page.getByLabel("Organisationens namn").fill("Sällskapet Å");
		page.getByLabel("Sektor").selectOption("MUSIC");
		page.getByLabel("Kommun").selectOption("0331");
		button(page, "Spara").click();
		assertThat(page.locator(".ds-alert")).hasText("Organisationen är inlagd.");
		assertThat(page.locator("h1")).hasText("Sällskapet Å");
		browser.assertAccessible(page);
		link(page, "Ändra uppgifter").click();
		page.getByLabel("E-post").fill("a@sallskapet.example");
		page.getByLabel("Webbplats").fill("sallskapet.example");
		button(page, "Spara").click();
		assertThat(page.locator("main")).containsText("a@sallskapet.example");
		browser.screenshot(page, "register-organisation");
		link(page, "Ta bort").click();
		browser.assertAccessible(page);
		browser.screenshot(page, "register-remove");
		button(page, "Ja, ta bort").click();
		assertThat(page.locator(".ds-tag").first()).hasText("Borttagen");
		button(page, "Ta tillbaka i registret").click();
		assertThat(page.locator(".ds-tag").first()).hasText("I registret");
	}

	@Test
	void whatSomebodyElseHasChangedMeanwhileIsNotOverwritten(Browser browser) {
		Organisation organisation = this.register.add(this.authority,
				OrganisationDetails.of("Kören", Sector.MUSIC).withMunicipality("0331"));
		Page page = signedIn(browser, Role.OFFICER);
		page.navigate("/staff/register/" + organisation.id() + "/edit");
		this.register.change(this.authority, organisation.id(), organisation.version(),
				organisation.details().withEmail("ny@koren.example"));
		page.getByLabel("Organisationens namn").fill("Stora kören");
		button(page, "Spara").click();
		assertThat(page.locator(".kl-error-summary")).containsText("Någon annan har ändrat");
		assertThat(page.getByLabel("Organisationens namn")).hasValue("Stora kören");
		browser.assertAccessible(page);
	}

	@Test
	void theLiaisonReviewsWhoHasRegisteredThemselves(Browser browser) {
		Organisation there = this.register.add(this.authority,
				OrganisationDetails.of("Kören", Sector.MUSIC).withMunicipality("0331"));
		this.selfRegistration.submit(this.authority, UUID.randomUUID(),
				OrganisationDetails.of("Kören", Sector.MUSIC).withMunicipality("0331").withEmail("a@koren.example"));
		this.selfRegistration.submit(this.authority, UUID.randomUUID(),
				OrganisationDetails.of("Nya", Sector.FILM).withEmail("b@nya.example"));
		Page page = signedIn(browser, Role.LIAISON);
		page.navigate("/staff/register");
		link(page, "Granska anmälningar").click();
		assertThat(page.locator("tbody tr")).hasCount(2);
		browser.screenshot(page, "register-pending");
		link(page, "Kören").click();
		browser.assertAccessible(page);
		browser.screenshot(page, "register-review");
		button(page, "Godkänn som ny organisation").click();
		assertThat(page.locator(".ds-alert")).containsText("det finns redan en organisation");
		browser.assertAccessible(page);
		button(page, "Slå ihop anmälan med Kören").click();
		assertThat(page).hasURL(java.util.regex.Pattern.compile(".*" + there.id() + "\\?done=joined"));
		assertThat(this.organisations.get(this.authority, there.id()).email()).isEqualTo("a@koren.example");
		page.navigate("/staff/register?status=PENDING");
		link(page, "Nya").click();
		button(page, "Godkänn som ny organisation").click();
		assertThat(this.search.idsOf(this.authority, OrganisationFilter.active())).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(names = { "MANAGER", "REGISTRAR" })
	void othersReadTheRegisterAndChangeNothing(Role role, Browser browser) {
		Organisation organisation = this.register.add(this.authority, OrganisationDetails.of("Kören", Sector.MUSIC));
		Page page = signedIn(browser, role);
		page.navigate("/staff/register");
		assertThat(page.locator("tbody tr")).hasCount(1);
		assertThat(link(page, "Läs in en fil")).hasCount(0);
		link(page, "Kören").click();
		assertThat(link(page, "Ändra uppgifter")).hasCount(0);
		for (String path : new String[] { "import", "new", organisation.id() + "/edit",
				organisation.id() + "/remove" }) {
			assertThat(page.navigate("/staff/register/" + path).status()).isEqualTo(403);
		}
		browser.assertAccessible(page);
		page.navigate("/staff/register/" + organisation.id());
		int status = post(page, "/staff/register/" + organisation.id() + "/remove");
		assertThat(status).isEqualTo(403);
		assertThat(this.organisations.get(this.authority, organisation.id()).isActive()).isTrue();
	}

	@Test
	void anotherAuthoritysRegisterDoesNotExist(Browser browser) throws IOException {
		String other = this.authorities.region().id();
		Organisation foreign = this.register.add(other, OrganisationDetails.of("Främmande", Sector.MUSIC));
		ImportId waiting = this.imports.receive(other, "x", "x.csv", Files.newInputStream(FILE));
		Page page = signedIn(browser, Role.OFFICER);
		page.navigate("/staff/register?text=Fr%C3%A4mmande&status=ACTIVE");
		assertThat(page.locator(".kl-empty")).isVisible();
		for (String path : new String[] { "", "/edit", "/remove" }) {
			assertThat(page.navigate("/staff/register/" + foreign.id() + path).status()).isEqualTo(404);
		}
		assertThat(page.navigate("/staff/register/import/" + waiting).status()).isEqualTo(404);
		assertThat(page.navigate("/staff/register/no-such-id").status()).isEqualTo(404);
		page.navigate("/staff/register");
		for (String path : new String[] { "edit", "approve", "remove", "restore", "join?sameAs=" + foreign.id() }) {
			assertThat(post(page, "/staff/register/" + foreign.id() + "/" + path)).isEqualTo(404);
		}
		for (String path : new String[] { "", "/take?take=true", "/undo", "/words", "/headings" }) {
			assertThat(post(page, "/staff/register/import/" + waiting + path)).isEqualTo(404);
		}
		assertThat(page.navigate("/staff/register/import/" + waiting + "/rows.csv").status()).isEqualTo(404);
		assertThat(this.organisations.get(other, foreign.id()).isActive()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?page=0", "?page=-1", "?page=x", "?page=99999999",
			"?sector=NONE&priorityGroup=x&status=y", "?municipality=%27%3Bdrop&hasEmail=maybe" })
	void oddAddressesOfTheListAreNoErrors(String query, Browser browser) {
		Page page = signedIn(browser, Role.OFFICER);
		assertThat(page.navigate("/staff/register" + query).status()).isEqualTo(200);
	}

	@Test
	void strangersAreAskedToSignIn(Browser browser) {
		Page page = browser.open();
		page.navigate("/staff/register");
		assertThat(page.locator("h1")).hasText("Logga in");
	}

	private Page signedIn(Browser browser, Role role) {
		String id = role.group() + "-" + UUID.randomUUID().toString().substring(0, 8);
		this.accounts.create(new Account(id, "Kim Exempel", id + "@region.example", this.authority, Set.of(role)),
				Browser.PASSWORD);
		Page page = browser.open();
		browser.signIn(page, id);
		return page;
	}

	/** Sends a form that the page does not offer, with the page's token. */
	private static int post(Page page, String address) {
		return (int) page.evaluate("""
				async (address) => (await fetch(address, { method: 'POST', body: new URLSearchParams(
				{ _csrf: document.querySelector('input[name=_csrf]').value }) })).status""", address);
	}

	private static void choose(Page page, String name, byte[] content) {
		page.getByLabel("Fil med organisationer").setInputFiles(new FilePayload(name, "text/csv", content));
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static Locator link(Page page, String name) {
		return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
