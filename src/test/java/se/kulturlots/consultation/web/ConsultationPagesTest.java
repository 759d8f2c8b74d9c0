package se.kulturlots.consultation.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.register.OrganisationDetails;
import se.kulturlots.register.OrganisationFilter;
import se.kulturlots.register.OrganisationStatus;
import se.kulturlots.register.Register;
import se.kulturlots.register.SavedFilters;
import se.kulturlots.register.Sector;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class ConsultationPagesTest {

	@Autowired
	Consultations consultations;

	@Autowired
	Accounts accounts;

	@Autowired
	Cases cases;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	Register register;

	@Autowired
	SavedFilters savedFilters;

	@Autowired
	AppClock clock;

	Authority authority;

	LocalDate decision;

	@BeforeEach
	void staff() {
		this.authority = this.authorities.region();
		this.decision = this.clock.today(ZoneId.of("Europe/Stockholm")).plusDays(330);
		for (Role role : List.of(Role.OFFICER, Role.MANAGER)) {
			account(role.group() + "-" + this.authority.id(), this.authority, role);
		}
	}

	private void account(String id, Authority of, Role role) {
		this.accounts.create(new Account(id, "Test Person", id + "@region.example", of.id(), Set.of(role)),
				Browser.PASSWORD);
	}

	@Test
	void anOfficerStartsACycleAndSeesIt(Browser browser) {
		Page page = browser.open();
		browser.signIn(page, "officer-" + this.authority.id());
		page.navigate("/staff/consultations/new");
		page.locator("main form button").click();
		assertThat(page.locator("[role=alert]")).containsText("Skriv vad omgången heter.");
		browser.assertAccessible(page);
		browser.screenshot(page, "consultation-new-error");
		page.fill("#title", "Ny kulturplan 2028–2031");
		page.fill("#subject", "Vi vill veta vad den nya kulturplanen ska handla om och vad som saknas i dag.");
		page.fill("#planFrom", "2028");
		page.fill("#planTo", "2031");
		page.fill("#decisionDate", this.decision.toString());
		page.locator("main form button").click();
		assertThat(page.locator("h1")).hasText("Ny kulturplan 2028–2031");
		assertThat(page.locator("main")).containsText("Planera");
		browser.assertAccessible(page);
		browser.screenshot(page, "consultation-overview-planned");
		CaseId id = CaseId.of(page.url().replaceAll(".*/", ""));
		this.cases.complete(id, "planCycle", ConsultationSamples.plan(this.decision));
		Consultation consultation = this.consultations.get(id);
		for (String tab : List.of("", "/invitees", "/mail", "/journal", "/dates", "/officer", "/cancel")) {
			page.navigate("/staff/consultations/" + id + tab);
			browser.assertAccessible(page);
			browser.screenshot(page, "consultation-staff" + tab.replace('/', '-'));
		}
		page.navigate("/staff");
		assertThat(page.locator("main")).containsText("Ny kulturplan 2028–2031");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-start");
		page.navigate("/staff/progress");
		assertThat(page.locator("main")).containsText("Ny kulturplan 2028–2031");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-progress");
		for (String language : List.of("", "/fi", "/en")) {
			page.navigate(language + consultation.path());
			assertThat(page.locator("h1")).hasText("Ny kulturplan 2028–2031");
			browser.assertAccessible(page);
			browser.screenshot(page, "consultation-public" + language.replace('/', '-'));
		}
		page.navigate("/" + this.authority.id());
		assertThat(page.locator("main")).containsText("Ny kulturplan 2028–2031");
	}

	@Test
	void theOfficerCancelsACycleWithAReason(Browser browser) {
		Page page = browser.open();
		CaseId id = started(browser, page);
		page.navigate("/staff/consultations/" + id + "/cancel");
		page.locator("main form button").click();
		assertThat(page.locator("[role=alert]")).containsText("Skriv varför omgången ställs in.");
		page.fill("#reason", "Nämnden har ändrat tidplanen.");
		page.locator("main form button").click();
		this.cases.run();
		assertThat(this.cases.isRunning("consultationCycle", id)).isFalse();
		assertThat(this.consultations.get(id).status()).isEqualTo(Consultation.Status.CANCELLED);
		page.navigate(this.consultations.get(id).path());
		assertThat(page.locator("main")).containsText("Nämnden har ändrat tidplanen.");
		browser.assertAccessible(page);
		browser.screenshot(page, "consultation-cancelled");
	}

	@Test
	void whoeverMayChangeACaseFindsTheWayThere(Browser browser) {
		Page page = browser.open();
		String path = "/staff/consultations/" + started(browser, page);
		account("liaison-" + this.authority.id(), this.authority, Role.LIAISON);
		for (String who : List.of("officer-", "manager-", "liaison-")) {
			Page theirs = browser.open();
			browser.signIn(theirs, who + this.authority.id());
			for (String change : List.of("/dates", "/officer", "/cancel")) {
				theirs.navigate(path);
				boolean shown = theirs.locator("main a[href='" + path + change + "']").count() == 1;
				boolean may = theirs.navigate(path + change).status() == 200;
				assertThat(shown).as(who + change).isEqualTo(may).isEqualTo(!who.equals("liaison-"));
			}
		}
	}

	@Test
	void theListTellsTheCoverageWithAllThatAreFound(Browser browser) {
		this.register.add(this.authority.id(), OrganisationDetails.of("Kören", Sector.MUSIC));
		this.register.add(this.authority.id(), OrganisationDetails.of("Filmklubben", Sector.FILM));
		this.savedFilters.save(this.authority.id(), "Körer",
				new OrganisationFilter("kör", null, Sector.MUSIC, null, OrganisationStatus.ACTIVE, false));
		Page page = browser.open();
		page.navigate("/staff/consultations/" + started(browser, page) + "/invitees");
		assertThat(page.locator("main")).not().containsText("Lägger du till alla");
		page.getByText("Körer").click();
		assertThat(page.locator("main")).containsText("sektorer 6 % (nu 0 %)");
		assertThat(page.getByLabel("E-post")).hasValue("false");
		browser.assertAccessible(page);
		browser.screenshot(page, "consultation-invitees-then");
		page.locator("form[action$='/add-all'] button").click();
		assertThat(page.locator("form[action$='/remove'] tbody tr")).hasCount(1);
		assertThat(page.locator("form[action$='/remove']")).containsText("Kören");
	}

	@Test
	void anotherAuthorityFindsNoneOfIt(Browser browser) {
		Page page = browser.open();
		CaseId id = started(browser, page);
		Authority other = this.authorities.region();
		account("officer-" + other.id(), other, Role.OFFICER);
		Page theirs = browser.open();
		browser.signIn(theirs, "officer-" + other.id());
		for (String path : List.of("", "/invitees", "/mail", "/journal", "/dates", "/officer", "/cancel")) {
			Response response = theirs.navigate("/staff/consultations/" + id + path);
			assertThat(response.status()).as(path).isEqualTo(404);
		}
		theirs.navigate("/staff/consultations");
		assertThat(theirs.locator("main")).not().containsText("Kulturplan under prov");
		String slug = this.consultations.get(id).slug();
		assertThat(theirs.navigate("/" + other.id() + "/consultations/" + slug).status()).isEqualTo(404);
	}

	private CaseId started(Browser browser, Page page) {
		browser.signIn(page, "officer-" + this.authority.id());
		page.navigate("/staff/consultations/new");
		page.fill("#title", "Kulturplan under prov");
		page.fill("#subject", "Vi vill veta vad den nya kulturplanen ska handla om.");
		page.fill("#planFrom", "2028");
		page.fill("#planTo", "2031");
		page.fill("#decisionDate", this.decision.toString());
		page.locator("main form button").click();
		assertThat(page.locator("h1")).hasText("Kulturplan under prov");
		CaseId id = CaseId.of(page.url().replaceAll(".*/", ""));
		this.cases.complete(id, "planCycle", ConsultationSamples.plan(this.decision));
		return id;
	}

}
