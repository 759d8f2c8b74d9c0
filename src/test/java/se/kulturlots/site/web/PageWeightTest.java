package se.kulturlots.site.web;

import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Statements;

import static org.assertj.core.api.Assertions.assertThat;

/** What the pages that people see first cost, on the wire and in the database. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class PageWeightTest {

	private static final int MOST_STATEMENTS = 8;

	private static final int MOST_BYTES = 150_000;

	@Autowired
	ApplicationContext context;

	@Autowired
	Statements statements;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	Cycle cycle;

	@Autowired
	AppClock clock;

	@Test
	void theFirstVisitIsLightAndAsksTheDatabaseLittle(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published(40);
		String consultation = sample.consultation().path();
		String authority = "/" + sample.authority().id();
		for (String path : List.of("/", authority, consultation, consultation + "/meetings/" + meeting.id(),
				consultation + "/meetings/" + meeting.id() + "/registration")) {
			Page page = browser.openNew();
			// an authority's page asks for its own picture besides
			assertThat(asked(page, path)).as(path)
				.hasSizeBetween(1, path.equals(authority) ? MOST_STATEMENTS + 1 : MOST_STATEMENTS);
			page.navigate(path);
			assertThat(bytes(page)).as(path).isBetween(10_000, MOST_BYTES);
			page.close();
		}
	}

	@Test
	void manyConsultationsCostTheDatabaseNoMoreThanOne(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		sample.published(40);
		String authority = sample.authority().id();
		LocalDate decision = this.clock.today(sample.authority().zone()).plusDays(330);
		Page page = browser.open();
		// authorities are known for a while once somebody has asked
		asked(page, "/" + authority);
		int one = asked(page, "/" + authority).size();
		for (int i = 1; i <= 5; i++) {
			CaseId id = this.cycle
				.want(authority, new Wish("Plan " + i, "Vad ska den handla om?", 2028, 2031, decision), null)
				.id();
			this.cycle.plan(id, this.cycle.propose(authority, decision, true), List.of("Vad saknas?"), null, 0);
			this.cycle.open(id);
		}
		assertThat(asked(page, "/" + authority)).hasSize(one);
		page.navigate("/" + authority);
		assertThat(page.locator(".kl-card").count()).isEqualTo(6);
		browser.assertAccessible(page);
		browser.screenshot(page, "public-front-many");
	}

	/**
	 * What the page itself asks when something has just been written, not what it fetches
	 * once for all pages.
	 */
	private List<String> asked(Page page, String path) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
		});
		return this.statements.during(() -> assertThat(page.request().get(path).status()).isEqualTo(200));
	}

	@Test
	void whatNeverChangesIsFetchedOnce(Browser browser) {
		Page page = browser.openNew();
		String authority = new SampleMeetings(this.context).authority().id();
		page.navigate("/" + authority);
		page.navigate("/" + authority + "/accessibility");
		assertThat(bytes(page)).isLessThan(20_000);
	}

	/**
	 * What the page that is shown now took over the wire, by the browser's own account.
	 */
	private static int bytes(Page page) {
		page.waitForLoadState(LoadState.NETWORKIDLE);
		return ((Number) page
			.evaluate("performance.getEntries().reduce((sum, entry) => sum + (entry.transferSize || 0), 0)"))
			.intValue();
	}

}
