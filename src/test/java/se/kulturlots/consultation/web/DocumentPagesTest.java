package se.kulturlots.consultation.web;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The documents of a consultation, from the officer's hand to the reader's. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class DocumentPagesTest {

	private static final FilePayload PDF = new FilePayload("C:\\mina dokument\\Kulturplan åäö.pdf", "text/html",
			"%PDF-1.7 en plan".getBytes(StandardCharsets.UTF_8));

	@Autowired
	ApplicationContext context;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	SampleAuthorities authorities;

	@Test
	void anOfficerAddsADocumentThatPeopleReadAndTakesItAway(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		Consultation consultation = sample.consultation();
		String staff = "/staff/consultations/" + consultation.id() + "/documents";
		Page page = browser.open();
		browser.signIn(page, sample.officer().id());
		page.navigate(staff);
		assertThat(page.locator("main")).containsText("Lägg till det första dokumentet nedan");
		browser.assertAccessible(page);
		browser.screenshot(page, "documents-none");

		page.fill("#title", "Nulägesbild i korthet");
		page.selectOption("#language", "fit");
		page.setInputFiles("#file", new FilePayload("plan.pdf", "application/pdf", "<html>".getBytes()));
		page.locator("main form button").click();
		assertThat(page.locator("[role=alert]")).containsText("Filen går inte att använda");
		assertThat(page.locator("#title")).hasValue("Nulägesbild i korthet");
		browser.assertAccessible(page);
		page.setInputFiles("#file", PDF);
		page.locator("main form button").click();
		assertThat(page.locator("main table")).containsText("Kulturplan åäö.pdf");
		assertThat(page.locator("main table")).containsText("(PDF, 1 kB, meänkieli)");
		browser.assertAccessible(page);
		browser.screenshot(page, "documents-one");

		Page reader = browser.open();
		reader.navigate(consultation.path());
		assertThat(reader.locator("a[href*='/documents/'] [lang=fit]")).hasText("Nulägesbild i korthet");
		browser.assertAccessible(reader);
		browser.screenshot(reader, "documents-public");
		String file = reader.locator("a[href*='/documents/']").getAttribute("href");
		APIResponse answer = reader.request().get(file);
		assertThat(answer.body()).isEqualTo(PDF.buffer);
		assertThat(answer.headers()).containsEntry("content-type", "application/pdf")
			.containsEntry("x-content-type-options", "nosniff")
			.containsEntry("content-security-policy", "default-src 'none'; sandbox");
		assertThat(answer.headers().get("content-disposition")).startsWith("attachment;")
			.endsWith("filename*=UTF-8''Kulturplan%20%C3%A5%C3%A4%C3%B6.pdf");

		strangersChangeNothing(browser, sample, staff, file);
		page.locator("main table a[href$='/remove']").click();
		assertThat(page.locator("h1")).hasText("Ta bort dokumentet?");
		browser.assertAccessible(page);
		page.locator("main form button").click();
		assertThat(page.locator("main")).containsText("Lägg till det första dokumentet nedan");
		assertThat(reader.request().get(file).status()).isEqualTo(404);
		reader.reload();
		assertThat(reader.locator("main")).containsText("Dokumentet ”Nulägesbild i korthet” togs bort.");
	}

	private void strangersChangeNothing(Browser browser, SampleMeetings sample, String staff, String file) {
		String id = file.replaceAll(".*/", "");
		Page manager = browser.open();
		browser.signIn(manager, sample.with(Role.MANAGER).id());
		assertThat(manager.navigate(staff).status()).isEqualTo(200);
		assertThat(manager.locator("main form")).hasCount(0);
		assertThat(manager.navigate(staff + "/" + id + "/remove").status()).isEqualTo(403);
		Page other = browser.open();
		browser.signIn(other, this.accounts.with(this.authorities.region().id(), Role.OFFICER).id());
		assertThat(other.navigate(staff).status()).isEqualTo(404);
		assertThat(other.navigate(staff + "/" + id + "/remove").status()).isEqualTo(404);
		assertThat(other.request().get(staff + "/" + id).status()).isEqualTo(404);
		String elsewhere = file.replace(sample.authority().id(), this.authorities.region().id());
		assertThat(other.request().get(elsewhere).status()).isEqualTo(404);
	}

}
