package se.kulturlots.scenario;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.cases.Document;
import se.kulturlots.cases.Documents;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Id;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.NoteId;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.plan.Drafting;
import se.kulturlots.plan.PlanProblem;
import se.kulturlots.plan.PlanSection;
import se.kulturlots.plan.PlanSections;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is removed is asked for first, can be had back, and is in the journal. */
@KulturlotsTest
class RemovalsTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	SampleCycles cycles;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	Invitees invitees;

	@Autowired
	Documents documents;

	@Autowired
	MeetingNotes notes;

	@Autowired
	Drafting drafting;

	@Autowired
	PlanSections sections;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	private List<String> journal(CaseId id, String like) {
		return this.jdbc
			.sql("select text_key from journal_entry where case_id = :case and text_key like :like order by id")
			.param("case", id)
			.param("like", like)
			.query(String.class)
			.list();
	}

	private List<String> invited(CaseId id) {
		return this.invitees.of(id).stream().map(Invitee::name).toList();
	}

	@Test
	void manyInviteesAreRemovedOnlyWhenSureAndCanBePutBack() throws Exception {
		SampleCycle cycle = this.cycles.start("Kulturplan", "Kören", "Teatern", "Ångbåten");
		cycle.story().before("confirmInvitees", () -> removeAndPutBack(cycle)).until("confirmInvitees");
		assertThat(invited(cycle.id())).containsExactly("Kören", "Ångbåten");
	}

	private void removeAndPutBack(SampleCycle cycle) {
		try {
			Visitor officer = new Visitor(this.port).as(cycle.officer().id());
			String page = "/staff/consultations/" + cycle.id() + "/invitees";
			List<String> ids = this.invitees.of(cycle.id())
				.stream()
				.map((invitee) -> invitee.organisationId().toString())
				.toList();
			Object[] chosen = { "organisations", ids.get(0), "organisations", ids.get(1), "organisations", ids.get(2) };
			assertThat(officer.post(page + "/remove", chosen).body()).contains("Ta bort 3 från listan?", "Ångbåten",
					"i 30 dagar");
			assertThat(invited(cycle.id())).hasSize(3);
			assertThat(journal(cycle.id(), "%.invitees%")).isEmpty();
			officer.post(page + "/remove", "sure", "true", chosen[0], chosen[1], chosen[2], chosen[3], chosen[4],
					chosen[5]);
			assertThat(invited(cycle.id())).isEmpty();
			assertThat(officer.get(page).body()).contains("Borttagna från listan", "Teatern");
			officer.post(page + "/restore", "organisations", ids.get(0), "organisations", ids.get(2));
			assertThat(invited(cycle.id())).containsExactly("Kören", "Ångbåten");
			assertThat(this.invitees.removed(cycle.id())).extracting(Invitees.Named::name).containsExactly("Teatern");
			removedBefore(29, "invitee_removed", "consultation_id", cycle.id());
			assertThat(this.invitees.removed(cycle.id())).hasSize(1);
			removedBefore(31, "invitee_removed", "consultation_id", cycle.id());
			assertThat(this.invitees.removed(cycle.id())).isEmpty();
			assertThat(journal(cycle.id(), "%.invitees%")).containsExactly("journal.consultation.inviteesRemoved",
					"journal.consultation.inviteesRestored");
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void aDocumentIsHadBackAsItWas() throws Exception {
		SampleMeetings sample = new SampleMeetings(this.context);
		CaseId id = sample.consultation().id();
		Account account = this.accounts.with(sample.authority().id(), Role.OFFICER);
		Visitor officer = new Visitor(this.port).as(account.id());
		String page = "/staff/consultations/" + id + "/documents";
		officer.upload(page, "file", "plan.pdf", "%PDF-1.7 x".getBytes(), "title", "Underlag", "language", "sv",
				"submissionId", UUID.randomUUID());
		Document document = this.documents.of(id).get(0);
		String one = page + "/" + document.id();
		assertThat(officer.get(one + "/remove").body()).contains("Underlag", "i 30 dagar");
		assertThat(this.documents.of(id)).hasSize(1);
		officer.post(one + "/remove");
		assertThat(this.documents.of(id)).isEmpty();
		String open = sample.consultation().path() + "/documents/" + document.id();
		assertThat(new Visitor(this.port).get(open).statusCode()).isEqualTo(404);
		assertThat(officer.get(page).body()).contains(one + "/restore");
		Visitor liaison = new Visitor(this.port).as(this.accounts.with(sample.authority().id(), Role.LIAISON).id());
		assertThat(liaison.get(page).body()).doesNotContain("/restore");
		assertThat(liaison.post(one + "/restore").statusCode()).isEqualTo(403);
		officer.post(one + "/restore");
		assertThat(this.documents.of(id)).containsExactly(document);
		assertThat(new Visitor(this.port).get(open).statusCode()).isEqualTo(200);
		assertThat(journal(id, "journal.case.document%")).containsExactly("journal.case.documentAdded",
				"journal.case.documentRemoved", "journal.case.documentRestored");
		officer.post(one + "/remove");
		removedBefore(29, "case_document", "case_id", id);
		assertThat(this.documents.removed(id)).hasSize(1);
		removedBefore(31, "case_document", "case_id", id);
		assertThat(this.documents.removed(id)).isEmpty();
	}

	private void removedBefore(int days, String table, String of, Id id) {
		this.jdbc.sql("update " + table + " set removed_at = :at where " + of + " = :id")
			.param("at", this.clock.instant().minus(Duration.ofDays(days)))
			.param("id", id)
			.update();
		this.documents.forgetRemoved();
		this.notes.forgetRemoved();
		this.invitees.forgetRemoved();
		this.sections.forgetRemoved();
	}

	@Test
	void twoWhoAddTheLastDocumentAtOnceDoNotBoth() {
		SampleMeetings sample = new SampleMeetings(this.context);
		CaseId id = sample.consultation().id();
		String authority = sample.authority().id();
		this.jdbc.sql("""
				insert into case_document (id, authority_id, case_id, title, language, file_name, kind, size, content,
					added_by, added_at)
				select gen_random_uuid(), :authority, :case, 'x', 'sv', 'x.pdf', 'PDF', 1, '\\x00', 'x', now()
				from generate_series(1, 49)""").param("authority", authority).param("case", id).update();
		List<CompletableFuture<Void>> all = IntStream.range(0, 4)
			.mapToObj((i) -> CompletableFuture.runAsync(() -> this.documents.add(authority, id, UUID.randomUUID(),
					"Underlag", "sv", "plan.pdf", "%PDF-1.7 x".getBytes(), "x")))
			.toList();
		all.forEach((each) -> each.handle((done, refused) -> null).join());
		assertThat(this.documents.of(id)).hasSize(50);
	}

	@Test
	void aMeetingsNoteIsHadBack() throws Exception {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published(null);
		NoteId note = this.notes.add(meeting, null, "Grupp 1", "Fler scener.");
		Visitor officer = new Visitor(this.port).as(this.accounts.with(sample.authority().id(), Role.OFFICER).id());
		String page = "/staff/meetings/" + meeting.id() + "/notes";
		officer.post(page + "/" + note + "/remove");
		assertThat(this.notes.of(meeting)).isEmpty();
		assertThat(officer.get(page).body()).contains(page + "/" + note + "/restore");
		officer.post(page + "/" + note + "/restore");
		assertThat(this.notes.of(meeting)).extracting(MeetingNotes.Note::text).containsExactly("Fler scener.");
		assertThat(journal(meeting.caseId(), "journal.meeting.note%")).containsExactly("journal.meeting.noteRemoved",
				"journal.meeting.noteRestored");
		officer.post(page + "/" + note + "/remove");
		removedBefore(29, "meeting_note", "meeting_id", meeting.id());
		assertThat(this.notes.removed(meeting)).hasSize(1);
		removedBefore(31, "meeting_note", "meeting_id", meeting.id());
		assertThat(this.notes.removed(meeting)).isEmpty();
	}

	@Test
	void aSectionIsHadBackAtTheEnd() throws Exception {
		SampleCycle cycle = this.cycles.start();
		cycle.story().before("writeDraft", () -> {
			cycle.beforeTask("writeDraft");
			SectionId gone = this.drafting.addSection(cycle.plan().id(), "Bibliotek", "Öppna för alla.",
					cycle.officer().id());
			this.drafting.addSection(cycle.plan().id(), "Konst", "I alla kommuner.", cycle.officer().id());
			try {
				Visitor officer = new Visitor(this.port).as(cycle.officer().id());
				String plan = "/staff/consultations/" + cycle.id() + "/plan";
				officer.post(plan + "/sections/" + gone + "/remove", "version", 1);
				assertThat(headings(cycle)).doesNotContain("Bibliotek");
				assertThat(officer.get(plan).body()).contains("/sections/" + gone + "/restore");
				officer.post(plan + "/sections/" + gone + "/restore");
				officer.post(plan + "/sections/" + gone + "/restore");
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			assertThat(headings(cycle)).endsWith("Konst", "Bibliotek");
			assertThat(this.sections.find(cycle.plan().id(), gone)).map(PlanSection::text).hasValue("Öppna för alla.");
			assertThat(this.sections.removed(cycle.plan().id())).isEmpty();
			assertThat(journal(cycle.id(), "journal.plan.section%")).containsExactly("journal.plan.sectionRemoved",
					"journal.plan.sectionRestored");
			assertThatExceptionOfType(PlanProblem.class).as("a page from before it was removed")
				.isThrownBy(() -> this.drafting.editSection(cycle.plan().id(), gone, 1, "Bibliotek", "Stängda.",
						cycle.officer().id()));
			this.drafting.removeSection(cycle.plan().id(), gone, 2);
			removedBefore(29, "plan_section_removed", "plan_id", cycle.plan().id());
			assertThat(this.sections.removed(cycle.plan().id())).hasSize(1);
			removedBefore(31, "plan_section_removed", "plan_id", cycle.plan().id());
			assertThat(this.sections.removed(cycle.plan().id())).isEmpty();
		}).until("writeDraft");
	}

	private List<String> headings(SampleCycle cycle) {
		return this.sections.of(cycle.plan().id()).stream().map(PlanSection::heading).toList();
	}

}
