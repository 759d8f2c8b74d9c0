package se.kulturlots.input;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.consultation.ReceivedInput.ReceivedItem;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.input.InputPeriod.Kind;
import se.kulturlots.plan.Answering;
import se.kulturlots.plan.Drafting;
import se.kulturlots.plan.Plan;
import se.kulturlots.testing.Browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Comments on a draft, section by section, and what everything led to. */
@ExtendWith(Browser.Provider.class)
class ReferralPageTest extends InputCase {

	@Autowired
	Drafting drafting;

	@Autowired
	Answering answering;

	@Autowired
	PersonalLinks links;

	@Test
	void commentsAreGivenSectionBySection(Browser browser) {
		Plan plan = this.drafting.prepare(this.consultation);
		this.drafting.addSection(plan.id(), "Scenkonst", "Vi bygger <b>fler</b> scener.\n\nOch replokaler.", "officer");
		SectionId libraries = this.drafting.addSection(plan.id(), "Bibliotek", "Meröppet överallt.", "officer");
		assertThatExceptionOfType(InputProblem.class).isThrownBy(() -> open(Kind.REFERRAL, 20))
			.satisfies((problem) -> assertThat(problem.messageKey()).isEqualTo("input.problem.noDraft"));
		this.drafting.handOn(plan.id());
		this.drafting.fix(plan.id());
		open(Kind.REFERRAL, 20);
		Page page = browser.open();
		page.navigate(this.consultation.path() + "/input");
		page.getByText("Läs avsnittet ”Scenkonst”").click();
		assertThat(page.textContent("main")).contains("Lämna synpunkter på förslaget", "Vi bygger <b>fler</b> scener.");
		browser.assertAccessible(page);
		browser.screenshot(page, "input-referral");
		page.getByLabel("Bibliotek").fill("Inte i byarna.");
		page.getByLabel("Namn").fill("Kim Exempel");
		page.getByLabel("E-post").fill("kim@person.example");
		click(page, "Fortsätt");
		click(page, "Skicka remissvaret");
		assertThat(page.textContent("main")).contains("Tack! Vi har fått ditt remissvar", "REM-");
		assertThat(received()).extracting(ReceivedItem::referral, ReceivedItem::sectionId)
			.containsExactly(tuple(true, libraries));
	}

	@Test
	void theResultsAndThePersonalPageTellWhatEachInputLedTo(Browser browser) {
		InputPeriod period = open(Kind.INPUT, 30);
		Input input = this.inputs.of(say(period, person("kim@person.example"), "Fler scener.").id()).get(0);
		Input same = this.inputs.of(say(period, person("bo@person.example"), "Scener!").id()).get(0);
		this.triage.assign(this.authority.id(), period.id(), this.officer, List.of(input.id()), "Scener");
		this.triage.join(this.authority.id(), period.id(), this.officer, List.of(input.id(), same.id()));
		this.progress.close(period.id());
		this.progress.write(period.id(), "Alla vill ha fler scener.");
		this.progress.publish(period.id());
		Plan plan = this.drafting.prepare(this.consultation);
		SectionId section = this.drafting.addSection(plan.id(), "Scenkonst", "Vi bygger fler scener.", this.officer);
		this.drafting.link(plan.id(), Map.of(input.id(), 0), section, "Två nya scener byggs.", this.officer);
		this.drafting.handOn(plan.id());
		this.drafting.fix(plan.id());
		Page page = browser.open();
		page.navigate(this.consultation.path() + "/results");
		assertThat(page.textContent("main")).contains("Alla vill ha fler scener.", "En till säger samma sak")
			.doesNotContain("Två nya scener byggs.");
		this.answering.write(plan.id());
		this.answering.send(plan.id());
		this.answering.publish(plan.id());
		page.navigate(this.consultation.path() + "/results");
		assertThat(page.textContent("main")).contains("Vad det ledde till", "Två nya scener byggs.",
				"Läs avsnittet ”Scenkonst” i planen");
		assertThat(page.locator("#figures-led tbody tr").textContent()).contains("Scenkonst", "1");
		browser.assertAccessible(page);
		browser.screenshot(page, "input-results-led-to");
		page.navigate("/my/input/" + this.links
			.issue(this.authority.id(), InputLetters.PURPOSE, same.submissionId(),
					this.clock.instant().plusSeconds(600))
			.value());
		assertThat(page.textContent("main")).contains("Scener!", "Två nya scener byggs.");
		browser.assertAccessible(page);
	}

	private static void click(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

}
