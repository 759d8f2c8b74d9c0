package se.kulturlots.scenario;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.TaskService;

import org.springframework.context.ApplicationContext;

import se.kulturlots.testing.Cases;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A task that somebody has taken and now does, on its page. */
final class TaskInHand {

	private final ApplicationContext context;

	private final StaffMember person;

	private final Page page;

	private final String taskId;

	private final Locator form;

	TaskInHand(ApplicationContext context, StaffMember person, String taskId) {
		this.context = context;
		this.person = person;
		this.page = person.page;
		this.taskId = taskId;
		this.form = this.page.locator(".fjs-container");
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slutför")).waitFor();
		assertThat(this.form.locator(".fjs-form-field").first()).isVisible();
		person.browser.assertAccessibleHere(this.page);
	}

	/** The form knows this already. */
	TaskInHand shows(String label, String value) {
		assertThat(field(label)).hasValue(value);
		return this;
	}

	/** The text of a field that the form has filled in. */
	String text(String label) {
		return field(label).inputValue();
	}

	/** The form says this. */
	TaskInHand reads(String... texts) {
		for (String text : texts) {
			assertThat(this.form).containsText(text);
		}
		return this;
	}

	/** Writes in a field and leaves it, since it is judged then. */
	TaskInHand writes(String label, String text) {
		Locator field = field(label);
		field.fill(text);
		field.blur();
		assertThat(field).hasValue(text);
		return this;
	}

	/** Ticks a box or takes one of several answers. */
	TaskInHand chooses(String label) {
		field(label).check();
		return this;
	}

	/** Sees what is wrong before anything is sent. */
	TaskInHand isTold(String sentence) {
		assertThat(this.form.locator(".fjs-form-field-error").getByText(sentence).first()).isVisible();
		this.person.browser.assertAccessibleHere(this.page);
		return this;
	}

	/** Tries to do the task and is told what is wrong; the task stays as it was. */
	TaskInHand isRefused(String sentence) {
		assertThat(send().status()).isBetween(400, 409);
		assertThat(this.page.locator(".kl-error-summary")).containsText(sentence);
		assertThat(isOpen()).as("the task is still open").isTrue();
		this.person.browser.assertAccessibleHere(this.page);
		this.person.keepsPicture("refused");
		return this;
	}

	/** Does the task, and then happens what follows from it. */
	void completes() {
		Response answer = send();
		if (answer.status() == 200) {
			assertThat(this.page.locator("h1")).hasText("Det här skickas");
			this.person.browser.assertAccessibleHere(this.page);
			this.person.keepsPicture("outgoing");
			answer = this.page.waitForResponse((response) -> response.url().endsWith("/complete"),
					() -> this.page
						.getByRole(AriaRole.BUTTON,
								new Page.GetByRoleOptions().setName(Pattern.compile("^Skicka .* mejl$")))
						.click());
		}
		assertThat(answer.status()).as("%s: %s", this.taskId, this.page.locator("main").textContent()).isEqualTo(302);
		this.page.waitForURL("**/done");
		assertThat(isOpen()).isFalse();
		this.context.getBean(Cases.class).run();
	}

	private boolean isOpen() {
		return this.context.getBean(TaskService.class).createTaskQuery().taskId(this.taskId).count() > 0;
	}

	private Response send() {
		return this.page.waitForResponse((response) -> response.url().endsWith("/complete"),
				() -> this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slutför")).click());
	}

	private Locator field(String label) {
		return this.form.getByLabel(Person.labelled(label));
	}

}
