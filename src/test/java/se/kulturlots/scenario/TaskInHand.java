package se.kulturlots.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
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

/** A task that somebody has taken and now does, in Tasklist. */
final class TaskInHand {

	/** So long may a form take to make what was typed its own. */
	private static final int TAKES_OVER = 400;

	private static final int TRIES = 5;

	private final ApplicationContext context;

	private final StaffMember person;

	private final Page page;

	private final String taskId;

	private final Locator form;

	private final Map<String, String> written = new LinkedHashMap<>();

	TaskInHand(ApplicationContext context, StaffMember person, String taskId) {
		this.context = context;
		this.person = person;
		this.page = person.page;
		this.taskId = taskId;
		this.form = this.page.locator(".fjs-container");
		this.page.locator(".unclaim").waitFor();
		assertThat(this.form.locator(".fjs-form-field").first()).isVisible();
		assertThat(this.page.locator(".task-card .process-definition")).hasText(Pattern.compile("\\w"));
		assertThat(this.page.locator(".kulturlots-head")).hasText(Pattern.compile("\\w"));
		person.browser.assertAccessibleHere(this.page, ".task-card");
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
		type(label, text);
		this.written.put(label, text);
		return this;
	}

	/** Ticks a box or takes one of several answers. */
	TaskInHand chooses(String label) {
		settle();
		field(label).check();
		return this;
	}

	/** Sees what is wrong before anything is sent. */
	TaskInHand isTold(String sentence) {
		assertThat(this.form.locator(".fjs-form-field-error").getByText(sentence).first()).isVisible();
		this.person.browser.assertAccessibleHere(this.page, ".task-card");
		return this;
	}

	/** Tries to do the task and is told what is wrong; the task stays as it was. */
	TaskInHand isRefused(String sentence) {
		assertThat(send().ok()).isFalse();
		Locator refusal = this.page.locator("[notifications-panel] .alert-danger");
		assertThat(refusal).containsText(sentence);
		assertThat(isOpen()).as("the task is still open").isTrue();
		this.person.keepsPicture("refused");
		refusal.getByRole(AriaRole.BUTTON).click();
		return this;
	}

	/** Does the task, and then happens what follows from it. */
	void completes() {
		Response answer = send();
		assertThat(answer.ok()).as("%s: %d %s", this.taskId, answer.status(), answer.text()).isTrue();
		assertThat(isOpen()).isFalse();
		this.context.getBean(Cases.class).run();
	}

	private boolean isOpen() {
		return this.context.getBean(TaskService.class).createTaskQuery().taskId(this.taskId).count() > 0;
	}

	private Response send() {
		settle();
		return this.page.waitForResponse((response) -> response.url().contains("/submit-form"),
				() -> this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slutför")).click());
	}

	/**
	 * The form makes what is typed its own only when nothing has come for a moment, and
	 * whoever types as fast as a machine may see it put back what it knew before.
	 */
	private void settle() {
		for (int i = 0; i < TRIES && !this.written.isEmpty(); i++) {
			this.page.waitForTimeout(TAKES_OVER);
			this.written.entrySet().removeIf((entry) -> field(entry.getKey()).inputValue().equals(entry.getValue()));
			this.written.forEach(this::type);
		}
		assertThat(this.written).as("what the form does not keep").isEmpty();
	}

	private void type(String label, String text) {
		Locator field = field(label);
		field.fill(text);
		field.blur();
	}

	private Locator field(String label) {
		return this.form.getByLabel(Person.labelled(label));
	}

}
