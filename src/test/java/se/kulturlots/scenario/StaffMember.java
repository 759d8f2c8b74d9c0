package se.kulturlots.scenario;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

import org.springframework.context.ApplicationContext;

import se.kulturlots.identity.Account;
import se.kulturlots.testing.Browser;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who works for the authority, signed in once, and has tasks to do. */
final class StaffMember extends Person {

	private final ApplicationContext context;

	private final String account;

	StaffMember(ApplicationContext context, Browser browser, Account account) {
		super(browser);
		this.context = context;
		this.account = account.id();
		browser.signInOnThePage(this.page, this.account);
	}

	/** Opens a task from a consultation's page, and takes it if nobody has it. */
	TaskInHand opens(String consultation, String name) {
		goesTo(consultation);
		// a click opens it among the others, see TaskPageTest
		this.page.navigate(this.page.locator("main")
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("(^|: )" + name + "$")))
			.first()
			.getAttribute("href"));
		String id = this.page.url().replaceAll(".*/", "");
		Task task = this.context.getBean(TaskService.class).createTaskQuery().taskId(id).singleResult();
		assertThat(task.getName()).isEqualTo(name);
		if (task.getAssignee() == null) {
			this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ta uppgiften")).click();
		}
		else {
			assertThat(task.getAssignee()).as("who has ”%s”", name).isEqualTo(this.account);
		}
		return new TaskInHand(this.context, this, id);
	}

}
