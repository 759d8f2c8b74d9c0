package se.kulturlots.scenario;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.LateInvitations;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.deadline.Deadlines;
import se.kulturlots.invitation.InvitationId;
import se.kulturlots.invitation.Invitations;
import se.kulturlots.invitation.Inviting;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Caller;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whoever was forgotten when the list was confirmed gets the invitation that is still
 * open.
 */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class LateInvitationsTest {

	@LocalServerPort
	int port;

	@Autowired
	SampleCycles cycles;

	@Autowired
	Cases cases;

	@Autowired
	Consultations consultations;

	@Autowired
	Invitees invitees;

	@Autowired
	Inviting inviting;

	@Autowired
	LateInvitations late;

	@Autowired
	Invitations invitations;

	@Autowired
	Deadlines deadlines;

	@Autowired
	AppClock clock;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Test
	void theOfficerSeesTheLetterBeforeItGoesToOneMore(Browser browser) {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("approveInvitation");
		assertThat(invitations(cycle)).isEqualTo(3);
		cycle.organisation("Dansverkstan");
		Page page = browser.open();
		browser.signIn(page, cycle.officer().id());
		page.navigate(path(cycle));
		assertThat(page.locator("main")).containsText("Bjud in fler");
		browser.assertAccessible(page);
		page.getByLabel("Välj Dansverkstan").check();
		button(page, "Bjud in valda");
		assertThat(page.locator("h1")).hasText("Det här skickas");
		assertThat(page.locator(".kl-lots")).containsText("Ett mejl");
		assertThat(page.locator(".kl-letter")).containsText("Vi vill höra vad ni tycker");
		browser.assertAccessible(page);
		browser.screenshot(page, "staff-invitees-late");
		assertThat(invitations(cycle)).as("nothing has been sent yet").isEqualTo(3);
		button(page, "Skicka ett mejl");
		assertThat(page.url()).endsWith("/invitees");
		assertThat(page.locator("main")).containsText("Dansverkstan");
		assertThat(invitations(cycle)).isEqualTo(4);
		assertThat(notInvited(cycle)).isZero();
	}

	@Test
	void whoeverIsAddedBeforeTheInvitationGoesGetsItWithAllOthers() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("confirmInvitees");
		cycle.organisation("Dansverkstan");
		assertThat(late(officer(cycle), cycle, "").statusCode()).isEqualTo(302);
		assertThat(invitations(cycle)).isZero();
		cycle.story().until("approveInvitation");
		assertThat(invitations(cycle)).isEqualTo(4);
	}

	@Test
	void nobodyIsInvitedTwiceNorOnceTheLastDayHasBeenNorFromAnotherRegister() {
		SampleCycle cycle = this.cycles.start();
		SampleCycle other = this.cycles.start();
		cycle.story().until("approveInvitation");
		Caller officer = officer(cycle);
		cycle.organisation("Dansverkstan");
		assertThat(late(officer, cycle, "&outgoing.seen=true").statusCode()).isEqualTo(302);
		assertThat(late(officer, cycle, "&outgoing.seen=true").statusCode()).as("sent twice").isEqualTo(302);
		assertThat(invitations(cycle)).isEqualTo(4);
		other.organisation("Dansverkstan");
		assertThat(officer.form(path(cycle) + "/late", "organisations=" + organisation(other) + "&outgoing.seen=true")
			.statusCode()).isEqualTo(302);
		assertThat(invitations(cycle)).isEqualTo(4);
		assertThat(officer.form(path(other) + "/late", "organisations=" + organisation(other)).statusCode())
			.isEqualTo(404);
		assertThat(officer.form(path(cycle) + "/late", "").statusCode()).as("nobody chosen").isEqualTo(302);
		cycle.story().until("inputOpens").until("triageInput");
		assertThat(officer.get(path(cycle)).body()).doesNotContain("Bjud in fler");
		assertThat(late(officer, cycle, "&outgoing.seen=true").statusCode()).isEqualTo(409);
	}

	@Test
	void whoIsAddedOnTheLastEveningOrWasLeftOutGetsItBeforeTheLastDayEnds() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("approveInvitation");
		Instant end = this.deadlines
			.get(this.invitations.findByConsultationId(cycle.id()).get(0).id(), CycleDeadline.ANSWER)
			.dueAt();
		this.clock.jumpTo(end.minus(Duration.ofHours(2)));
		cycle.organisation("Dansverkstan");
		Consultation consultation = this.consultations.get(cycle.id());
		List<OrganisationId> chosen = List.of(new OrganisationId(UUID.fromString(organisation(cycle))));
		this.invitees.addLate(consultation, chosen);
		this.late.invite(consultation, chosen);
		assertThat(invitations(cycle)).as("on the list already, but not invited").isEqualTo(4);
		assertThat(this.jdbc.sql("select max(due_at) from mail where authority_id = :authority and kind = 'invitation'")
			.param("authority", cycle.authority().id())
			.query((rs, row) -> Columns.instant(rs, 1))
			.single()).isBefore(end);
		this.late.invite(consultation, chosen);
		assertThat(invitations(cycle)).isEqualTo(4);
	}

	@Test
	void whoIsAddedWhileTheInvitationIsBeingSentGetsIt() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("approveInvitation");
		InvitationId invitation = this.invitations.findByConsultationId(cycle.id()).get(0).id();
		cycle.organisation("Dansverkstan");
		Consultation consultation = this.consultations.get(cycle.id());
		List<OrganisationId> chosen = List.of(new OrganisationId(UUID.fromString(organisation(cycle))));
		this.jdbc.sql("update invitation set status = 'APPROVED' where id = :id").param("id", invitation).update();
		CompletableFuture<Void> adding = this.transaction.execute((status) -> {
			this.inviting.send(invitation);
			CompletableFuture<Void> other = CompletableFuture.runAsync(() -> this.late.invite(consultation, chosen),
					(work) -> new Thread(work).start());
			await().until(() -> other.isDone() || this.jdbc.sql("""
					select count(*) from pg_stat_activity where wait_event_type = 'Lock' and state = 'active'""")
				.query(Integer.class)
				.single() > 0);
			return other;
		});
		adding.orTimeout(60, TimeUnit.SECONDS).join();
		assertThat(notInvited(cycle)).isZero();
		assertThat(invitations(cycle)).isEqualTo(4);
	}

	private Caller officer(SampleCycle cycle) {
		return new Caller(this.port, cycle.officer().id());
	}

	private HttpResponse<String> late(Caller caller, SampleCycle cycle, String more) {
		HttpResponse<String> answer = caller.form(path(cycle) + "/late", "organisations=" + organisation(cycle) + more);
		this.cases.run();
		return answer;
	}

	private String organisation(SampleCycle cycle) {
		return this.jdbc.sql("select id from organisation where authority_id = :authority and name = 'Dansverkstan'")
			.param("authority", cycle.authority().id())
			.query(String.class)
			.single();
	}

	private static String path(SampleCycle cycle) {
		return "/staff/consultations/" + cycle.id() + "/invitees";
	}

	private static void button(Page page, String name) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
	}

	private int invitations(SampleCycle cycle) {
		return count(cycle, "select count(*) from mail where authority_id = :authority and kind = 'invitation'");
	}

	private int notInvited(SampleCycle cycle) {
		return count(cycle, "select count(*) from invitee where authority_id = :authority and invited_at is null");
	}

	private int count(SampleCycle cycle, String sql) {
		return this.jdbc.sql(sql).param("authority", cycle.authority().id()).query(Integer.class).single();
	}

}
