package se.kulturlots.meeting;

import java.nio.file.Path;

import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The tasks of a meeting as staff do them, in Tasklist. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class MeetingTasksTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	Meetings meetings;

	@Autowired
	Cases cases;

	SampleMeetings sample;

	Page page;

	@BeforeEach
	void sample() {
		this.sample = new SampleMeetings(this.context);
	}

	@Test
	void theOfficerPlansPreparesAndRecordsAMeeting(Browser browser) {
		MeetingId id = this.sample.wanted().id();
		Locator form = open(browser, this.sample.officer(), id, "planMeeting");
		assertThat(form.getByLabel("Mötets namn")).hasValue("Dialogmöte");
		assertThat(form.getByLabel("Frågor att samlas kring"))
			.hasValue("1. Vad saknas i dag?\n2. Vad ska prioriteras?");
		fill(form.getByLabel("Plats", new Locator.GetByLabelOptions().setExact(true)), "Biblioteket");
		fill(form.getByLabel("Länk till mötet på nätet"), "inte en länk");
		fill(form.getByLabel("Antal platser"), "30");
		complete();
		assertThat(this.page.getByText("Länken måste vara en hel adress").first()).isVisible();
		this.page.locator(".alert-danger .close:visible").first().click();
		fill(form.getByLabel("Länk till mötet på nätet"), SampleMeetings.LINK);
		picture("task-planMeeting");
		complete();
		assertThat(form).not().isVisible();
		assertThat(this.meetings.get(id)).satisfies((meeting) -> {
			assertThat(meeting.status()).isEqualTo(Meeting.Status.PUBLISHED);
			assertThat(meeting.capacity()).isEqualTo(30);
			assertThat(meeting.place()).isEqualTo("Biblioteket");
		});
		this.sample.register(this.meetings.get(id), this.sample.email("Ida"),
				this.sample.details("Ida", "Fler scener för unga"));
		for (int i = 0; i < 3; i++) {
			this.cases.fire(id, "registrationReminderOrLastDay");
		}
		form = show(id, "sendPreparation");
		assertThat(form.getByLabel("Det deltagare vill ta upp"))
			.hasValue("En idé (Ida, Föreningen Ida): Fler scener för unga");
		assertThat(form).containsText("Anmälda: 1. På väntelistan: 0.");
		fill(form.getByLabel("Text till de anmälda"), "Fundera på frågorna innan mötet.");
		picture("task-sendPreparation");
		complete();
		// what is mailed to many is shown first, on the task's own page
		assertThat(this.page.locator(".alert-danger:visible").first()).containsText("mejlas till många");
		this.cases.complete(id, "sendPreparation", Map.of("preparation", "Fundera på frågorna innan mötet."));
		this.cases.run();
		this.cases.fire(id, "meetingReminderOrStart");
		this.cases.fire(id, "meetingReminderOrStart");
		this.cases.fire(id, "meetingEnded");
		form = show(id, "recordMeeting");
		fill(form.getByLabel("Antal som deltog"), "12");
		fill(form.getByLabel("Sammanfattning"), "Ett bra samtal om lokaler.");
		picture("task-recordMeeting");
		complete();
		assertThat(this.page.locator(".alert-danger:visible").first()).containsText("mejlas till många");
		this.cases.complete(id, "recordMeeting", Map.of("participants", 12, "summary", "Ett bra samtal om lokaler."));
		assertThat(this.meetings.get(id).participants()).isEqualTo(12);
	}

	@Test
	void theLiaisonContactsSomebodyWithATopic(Browser browser) {
		Meeting meeting = this.sample.published(20);
		this.sample.register(meeting, this.sample.email("Ida"),
				this.sample.details("Ida", "<img src=x onerror=alert(1)> [länk](https://x.example)"));
		Locator form = open(browser, this.sample.with(Role.LIAISON), meeting.id(), "contactParticipant");
		assertThat(form.getByLabel("Det deltagaren vill ta upp"))
			.hasValue("En idé: <img src=x onerror=alert(1)> [länk](https://x.example)");
		assertThat(form).containsText("070-174 06 10");
		picture("task-contactParticipant");
		this.page.locator(".claim").first().click();
		fill(form.getByLabel("Vad kom ni överens om?"), "Ida inleder i grupp två.");
		complete();
		assertThat(form).not().isVisible();
		assertThat(this.sample.of(meeting, "Ida").contactNote()).isEqualTo("Ida inleder i grupp två.");
	}

	private Locator open(Browser browser, Account account, MeetingId id, String taskId) {
		this.page = browser.open();
		this.page.setViewportSize(1280, 1700);
		browser.signIn(this.page, account.id());
		return show(id, taskId);
	}

	private Locator show(MeetingId id, String taskId) {
		Task task = this.cases.task(id, taskId);
		this.page.navigate("/staff");
		this.page.navigate("/camunda/app/tasklist/default/#/?task=" + task.getId());
		Locator form = this.page.locator(".fjs-container");
		form.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
		return form;
	}

	/* the form takes over what is typed only when nothing has come for a while */
	private void fill(Locator field, String text) {
		field.fill(text);
		field.blur();
		this.page.waitForTimeout(500);
	}

	/* Tasklist remembers the narrowest window it has been in, so only one width */
	private void picture(String name) {
		this.page
			.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + "-1280.png")));
	}

	private void complete() {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slutför")).click();
	}

}
