package se.kulturlots.input;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.Schedule;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.input.InputPeriod.Kind;
import se.kulturlots.testing.Browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How staff find, sort and hide what came in, and what the public sees of it. */
@ExtendWith(Browser.Provider.class)
class StaffInputPageTest extends InputCase {

	InputPeriod period;

	@BeforeEach
	void openPeriod() {
		this.period = open(Kind.INPUT, 30);
	}

	@Test
	void inputIsSortedRowByRowAndSeveralAtOnce(Browser browser) {
		say(this.period, sender("Dansföreningen Språnget", "a@person.example"), "Replokaler saknas.", "Fler scener.");
		say(this.period, person("b@person.example"), "Replokaler, tack!");
		say(this.period, person("c@person.example"), "<b>Biblioteken</b> är bra.");
		Page page = browser.open();
		browser.signIn(page, this.officer);
		page.navigate(path());
		assertThat(page.textContent("main")).contains("4 synpunkter är inte sorterade", "<b>Biblioteken</b> är bra.");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-input-list");
		row(page, "<b>Biblioteken</b>").getByLabel("Tema").fill("Bibliotek");
		click(page, "Spara teman");
		assertThat(page.textContent("main")).contains("Sparat: 1 synpunkt.", "3 synpunkter är inte sorterade");
		row(page, "Replokaler saknas").getByRole(AriaRole.CHECKBOX).check();
		row(page, "Replokaler, tack").getByRole(AriaRole.CHECKBOX).check();
		click(page, "Slå ihop de markerade");
		assertThat(row(page, "Replokaler, tack").textContent()).contains("Samma som SYN-");
		row(page, "Replokaler saknas").getByRole(AriaRole.CHECKBOX).check();
		row(page, "Fler scener").getByRole(AriaRole.CHECKBOX).check();
		page.getByLabel("Tema för de markerade").fill("Lokaler");
		click(page, "Ge de markerade temat");
		assertThat(page.textContent("main")).contains("Allt är sorterat");
		click(page, "Slå ihop de markerade");
		assertThat(page.locator(".ds-error-summary li").allTextContents())
			.containsExactly("Markera minst en synpunkt.");
		browser.assertAccessible(page);
		page.locator("select[name=theme]").selectOption("Lokaler");
		click(page, "Sök");
		assertThat(page.locator(".kl-stack > li").count()).isEqualTo(3);
	}

	@Test
	void anyButtonSavesWhatIsTypedInAllRows(Browser browser) {
		say(this.period, sender("Dansföreningen Språnget", "a@person.example"), "Replokaler saknas.", "Fler scener.");
		say(this.period, person("b@person.example"), "Replokaler, tack!");
		say(this.period, person("c@person.example"), "Biblioteken är bra.");
		Page page = browser.open();
		browser.signIn(page, this.officer);
		page.navigate(path());
		row(page, "Biblioteken").getByLabel("Tema").fill("Bibliotek");
		row(page, "Fler scener").getByRole(AriaRole.CHECKBOX).check();
		page.getByLabel("Tema för de markerade").fill("Scener");
		click(page, "Ge de markerade temat");
		assertThat(page.textContent("main")).contains("Sparat: 2 synpunkter.");
		assertThat(themes()).containsExactly("Bibliotek", "Scener");
		row(page, "Biblioteken").getByLabel("Tema").fill("Läsning");
		row(page, "Replokaler saknas").getByRole(AriaRole.CHECKBOX).check();
		row(page, "Replokaler, tack").getByRole(AriaRole.CHECKBOX).check();
		page.getByLabel("Tema för de markerade").fill("Lokaler");
		click(page, "Slå ihop de markerade");
		assertThat(themes()).containsExactly("Lokaler", "Läsning", "Scener");
		row(page, "Fler scener").getByLabel("Tema").fill("Scen");
		page.getByLabel("Tema för de markerade").fill("Glömt att markera");
		click(page, "Spara teman");
		assertThat(page.locator(".ds-error-summary li").allTextContents())
			.containsExactly("Markera minst en synpunkt.");
		assertThat(row(page, "Fler scener").getByLabel("Tema").inputValue()).isEqualTo("Scen");
		browser.assertAccessible(page);
	}

	private List<String> themes() {
		return this.search.themes(this.period.id());
	}

	@Test
	void anInputIsHiddenWithAReasonAndTheResultsShowNoNamesOfPersons(Browser browser) {
		Submission first = say(this.period, sender("Dansföreningen Språnget", "a@person.example"),
				"Replokaler saknas.");
		say(this.period, person("b@person.example"), "Grannen Nils stör.", "Fler bänkar.");
		Page page = browser.open();
		browser.signIn(page, this.officer);
		page.navigate(path());
		row(page, "Grannen Nils").getByRole(AriaRole.LINK).click();
		browser.assertAccessible(page);
		click(page, "Dölj för allmänheten");
		assertThat(page.locator(".ds-error-summary li").allTextContents())
			.containsExactly("Skriv varför synpunkten inte får visas.");
		page.getByLabel("Varför får den inte visas?").fill("Pekar ut en person");
		click(page, "Dölj för allmänheten");
		assertThat(page.textContent("main")).contains("Dold", "Pekar ut en person");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-input-item");
		click(page, "Dra tillbaka");
		assertThat(page.locator(".ds-error-summary li").allTextContents())
			.containsExactly("Bekräfta att avsändaren har bett om det.");
		this.triage.assign(this.authority.id(), this.period.id(), this.officer,
				this.search.rows(this.period.id(), InputFilter.ALL, 1, 9).stream().map(InputRow::id).toList(),
				"Lokaler");
		this.progress.close(this.period.id());
		this.progress.write(this.period.id(), "De flesta talar om lokaler.\n\nNågra vill ha bänkar.");
		this.progress.publish(this.period.id());
		Page open = browser.open();
		open.navigate(this.consultation.path() + "/results");
		assertThat(open.textContent("main"))
			.contains("De flesta talar om lokaler.", "Replokaler saknas.", "Dansföreningen Språnget", "Privatperson",
					"Fler bänkar.", first.reference(), "En synpunkt visas inte")
			.doesNotContain("Nils", "Kim Exempel", "a@person.example");
		browser.assertAccessible(open);
		browser.screenshot(open, "input-results");
	}

	@Test
	void theResultsShowFiguresThatPointAtNobody(Browser browser) {
		List<String> places = List.of("0380", "0380", "0380", "0380", "0380", "0380", "0381", "0382", "0382", "0382",
				"0382", "0382", "0382", "0382");
		for (int i = 0; i < places.size(); i++) {
			say(this.period, new Sender(null, "Kim Exempel", new EmailAddress("p" + i + "@person.example"),
					places.get(i), Locale.forLanguageTag("sv")), "Fler scener " + i + ".");
		}
		List<InputId> all = this.search.rows(this.period.id(), InputFilter.ALL, 1, 20)
			.stream()
			.map(InputRow::id)
			.toList();
		this.triage.assign(this.authority.id(), this.period.id(), this.officer, all.subList(0, 10), "Scener");
		this.triage.assign(this.authority.id(), this.period.id(), this.officer, all.subList(10, 14), "Bibliotek");
		this.triage.join(this.authority.id(), this.period.id(), this.officer, all.subList(10, 12));
		this.progress.close(this.period.id());
		this.progress.write(this.period.id(), "De flesta talar om scener.");
		this.progress.publish(this.period.id());
		Page page = browser.open();
		page.navigate(this.consultation.path() + "/results");
		Locator themes = page.locator("#figures-themes");
		assertThat(themes.locator("tbody th").allTextContents()).containsExactly("Scener", "Bibliotek");
		assertThat(themes.locator(".kl-bars__number").allTextContents()).containsExactly("10", "4");
		Locator municipalities = page.locator("#figures-municipalities");
		assertThat(municipalities.locator("tbody tr")
			.allTextContents()
			.stream()
			.map((row) -> row.replaceAll("\\s+", " ").strip())).as("one alone could be worked out from the sum")
			.containsExactly("Enköping visas inte", "Uppsala visas inte", "Östhammar 7");
		assertThat(page.locator("#figures-led").count()).as("nothing to show").isZero();
		browser.assertAccessible(page);
		browser.screenshot(page, "input-results-figures");
		themes.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Bibliotek")).click();
		assertThat(page.locator("article.kl-input").count()).isEqualTo(3);
	}

	@Test
	void whatCameOnPaperIsTypedIn(Browser browser) {
		Page page = browser.open();
		browser.signIn(page, this.officer);
		page.navigate(path() + "/new");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-input-new");
		page.getByLabel("Vilken dag kom det in?").fill("");
		click(page, "Spara");
		assertThat(page.locator(".ds-error-summary li").allTextContents()).containsExactly("Välj dagen då det kom in.",
				"Skriv något i minst ett av fälten.");
		browser.assertAccessible(page);
		page.getByLabel("Telefon").check();
		page.getByLabel("Vilken dag kom det in?").fill(today().plusDays(1).toString());
		page.getByLabel("Vad fungerar bra i dag?").fill("Ringde och sa att museet är bra.");
		click(page, "Spara");
		assertThat(page.locator(".ds-error-summary li").allTextContents())
			.containsExactly("Dagen har inte varit ännu.");
		page.getByLabel("Vilken dag kom det in?").fill(today().toString());
		click(page, "Spara");
		assertThat(page.textContent("main"))
			.contains("Ringde och sa att museet är bra.", "Telefon", "inskriven av Test Person")
			.doesNotContain(this.officer);
	}

	@Test
	void datesAreMovedAndWhatCannotBeIsSaid(Browser browser) {
		Page page = browser.open();
		browser.signIn(page, this.officer);
		page.navigate(path() + "/dates?period=" + this.period.id());
		browser.assertAccessible(page);
		page.getByLabel("Sista dag").fill(today().minusDays(1).toString());
		click(page, "Fortsätt");
		assertThat(page.locator(".ds-error-summary li").allTextContents())
			.containsExactly("Sista dagen kan inte komma före första dagen.");
		page.getByLabel("Sista dag").fill(today().plusDays(40).toString());
		click(page, "Fortsätt");
		assertThat(page.textContent("h1")).isEqualTo("Så här blir det");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-input-dates-follows");
		click(page, "Gå tillbaka och ändra");
		assertThat(page.getByLabel("Sista dag").inputValue()).isEqualTo(today().plusDays(40).toString());
		assertThat(this.schedule.lastDay(this.period)).as("nothing has happened yet")
			.isNotEqualTo(today().plusDays(40));
		click(page, "Fortsätt");
		click(page, "Flytta och mejla de valda");
		assertThat(this.schedule.lastDay(this.period)).isEqualTo(today().plusDays(40));
	}

	@Test
	void theLastDayOfAPeriodThatHasOpenedIsMovedAlone(Browser browser) {
		Schedule dates = this.consultation.schedule();
		InputPeriod opened = this.schedule.plan(this.consultation, Kind.INPUT, dates.inputOpens(),
				dates.inputLastDay());
		this.progress.open(opened.id());
		LocalDate opens = dates.inputOpens().plusDays(7);
		this.cycle.reschedule(this.authority.id(), this.consultation.id(), dates.with(CycleDeadline.OPENING, opens));
		move(browser, opened, null, dates.inputLastDay().plusDays(14));
		Schedule moved = this.consultations.get(this.consultation.id()).schedule();
		assertThat(moved.inputLastDay()).isEqualTo(dates.inputLastDay().plusDays(14));
		assertThat(moved.inputOpens()).isEqualTo(opens);
		assertThat(this.periods.get(opened.id()).opens()).isEqualTo(dates.inputOpens());
	}

	@Test
	void bothDaysOfAPlannedReferralAreMoved(Browser browser) {
		Schedule dates = this.consultation.schedule();
		InputPeriod referral = this.schedule.plan(this.consultation, Kind.REFERRAL, today().plusDays(3),
				dates.referralLastDay());
		move(browser, referral, today().plusDays(9), dates.referralLastDay().plusDays(2));
		assertThat(this.periods.get(referral.id()).opens()).isEqualTo(today().plusDays(9));
		Schedule moved = this.consultations.get(this.consultation.id()).schedule();
		assertThat(moved.referralLastDay()).isEqualTo(dates.referralLastDay().plusDays(2));
		assertThat(moved.inputOpens()).isEqualTo(dates.inputOpens());
	}

	@Test
	void theFirstDayOfATimeOfItsOwnIsToldWhenMovedUntilTheCaseHasEnded() {
		this.progress.close(this.period.id());
		LocalDate decision = this.consultation.decisionDate();
		InputPeriod own = this.schedule.planExtra(this.consultation, Kind.INPUT, today().plusDays(3),
				decision.minusDays(1));
		this.schedule.move(this.authority.id(), own.id(), today().plusDays(5), decision.minusDays(1));
		assertThat(this.jdbc.sql("select text_key from journal_entry where authority_id = :authority and public")
			.param("authority", this.authority.id())
			.query(String.class)
			.list()).contains("journal.input.movedOpening.INPUT");
		this.cycle.end(this.consultation.id(), Consultation.Status.CANCELLED);
		assertThatExceptionOfType(InputProblem.class).isThrownBy(
				() -> this.schedule.move(this.authority.id(), own.id(), today().plusDays(6), decision.minusDays(2)));
		assertThat(this.schedule.isMovable(this.consultations.get(this.consultation.id()), own)).isFalse();
	}

	private void move(Browser browser, InputPeriod moved, LocalDate opens, LocalDate lastDay) {
		Page page = browser.open();
		browser.signIn(page, this.officer);
		page.navigate(path() + "/dates?period=" + moved.id());
		if (opens != null) {
			page.getByLabel("Första dag").fill(opens.toString());
		}
		page.getByLabel("Sista dag").fill(lastDay.toString());
		click(page, "Fortsätt");
		click(page, "Flytta och mejla de valda");
		assertThat(page.url()).endsWith("?period=" + moved.id());
	}

	@Test
	void theFileIsDownloadedAsItWasFiltered(Browser browser) throws Exception {
		say(this.period, person("a@person.example"), "Replokaler.");
		say(this.period, person("b@person.example"), "Biblioteken.");
		Page page = browser.open();
		browser.signIn(page, this.officer);
		page.navigate(path() + "?text=biblio");
		Download download = page.waitForDownload(
				() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hämta som CSV")).click());
		assertThat(download.suggestedFilename()).isEqualTo("synpunkter-" + this.consultation.slug() + ".csv");
		assertThat(Files.readString(download.path(), StandardCharsets.UTF_8)).contains("Biblioteken.")
			.doesNotContain("Replokaler.");
	}

	@Test
	void othersReadOnlyOrNothing(Browser browser) {
		Submission sent = say(this.period, person("a@person.example"), "Replokaler.");
		InputId input = this.inputs.of(sent.id()).get(0).id();
		Page manager = browser.open();
		browser.signIn(manager, account(Role.MANAGER));
		manager.navigate(path());
		assertThat(manager.textContent("main")).contains("Replokaler.").doesNotContain("Spara teman");
		assertThat(manager.navigate(path() + "/new").status()).isEqualTo(403);
		browser.assertAccessible(manager);
		Page other = browser.open();
		browser.signIn(other, accountElsewhere());
		for (String address : List.of(path(), path() + "?period=" + this.period.id(), path() + "/new",
				path() + "/export", path() + "/dates?period=" + this.period.id(), "/staff/input/" + input)) {
			assertThat(other.navigate(address).status()).as(address).isEqualTo(404);
			assertThat(other.content()).doesNotContain("Replokaler");
		}
		Page nobody = browser.open();
		nobody.navigate("/staff/input/" + input);
		assertThat(nobody.url()).contains("/login");
	}

	@Test
	void manyInputsArePagedAndTheFilterIsKept(Browser browser) {
		for (int i = 1; i <= 30; i++) {
			say(this.period, person("a@person.example"), "Text nummer " + i);
		}
		Page page = browser.open();
		browser.signIn(page, this.officer);
		page.navigate(path() + "?show=UNTRIAGED");
		assertThat(page.locator(".kl-stack > li").count()).isEqualTo(25);
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nästa")).click();
		assertThat(page.locator(".kl-stack > li").count()).isEqualTo(5);
		assertThat(page.url()).contains("show=UNTRIAGED", "page=2");
		assertThat(page.navigate(path() + "?page=99").status()).isEqualTo(200);
		assertThat(page.navigate(path() + "?show=WRONG").status()).isEqualTo(400);
		assertThat(page.navigate(path() + "?period=" + UUID.randomUUID()).status()).isEqualTo(404);
	}

	private String accountElsewhere() {
		String region = this.authorities.region().id();
		String id = "officer-" + UUID.randomUUID().toString().substring(0, 8);
		this.accounts.create(new Account(id, "Test Person", id + "@region.example", region, Set.of(Role.OFFICER)),
				Browser.PASSWORD);
		return id;
	}

	private static Locator row(Page page, String text) {
		return page.locator(".kl-stack > li").filter(new Locator.FilterOptions().setHasText(text));
	}

	private static void click(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	private String path() {
		return "/staff/consultations/" + this.consultation.id() + "/input";
	}

}
