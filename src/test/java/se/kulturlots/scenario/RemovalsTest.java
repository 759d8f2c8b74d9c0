package se.kulturlots.scenario;

import java.util.List;

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
import se.kulturlots.core.CaseId;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingNotes;
import se.kulturlots.meeting.NoteId;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.plan.Drafting;
import se.kulturlots.plan.PlanSection;
import se.kulturlots.plan.PlanSections;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

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
			assertThat(officer.post(page + "/remove", chosen).body()).contains("Ta bort 3 från listan?", "Ångbåten");
			assertThat(invited(cycle.id())).hasSize(3);
			assertThat(journal(cycle.id(), "%.invitees%")).isEmpty();
			officer.post(page + "/remove", "sure", "true", chosen[0], chosen[1], chosen[2], chosen[3], chosen[4],
					chosen[5]);
			assertThat(invited(cycle.id())).isEmpty();
			assertThat(officer.get(page).body()).contains("Borttagna från listan", "Teatern");
			officer.post(page + "/restore", "organisations", ids.get(0), "organisations", ids.get(2));
			assertThat(invited(cycle.id())).containsExactly("Kören", "Ångbåten");
			assertThat(this.invitees.removed(cycle.id())).extracting(Invitees.Named::name).containsExactly("Teatern");
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
				"submissionId", java.util.UUID.randomUUID());
		Document document = this.documents.of(id).get(0);
		String one = page + "/" + document.id();
		assertThat(officer.get(one + "/remove").body()).contains("Underlag");
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
			this.drafting.removeSection(cycle.plan().id(), gone, 1);
		}).until("writeDraft");
	}

	private List<String> headings(SampleCycle cycle) {
		return this.sections.of(cycle.plan().id()).stream().map(PlanSection::heading).toList();
	}

}
