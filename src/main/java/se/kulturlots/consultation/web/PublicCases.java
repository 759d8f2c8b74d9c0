package se.kulturlots.consultation.web;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.Document;
import se.kulturlots.cases.Documents;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.InputTimes;
import se.kulturlots.consultation.InputTimes.InputTime;
import se.kulturlots.consultation.Outcome;
import se.kulturlots.consultation.Outcomes;
import se.kulturlots.consultation.Programme;
import se.kulturlots.consultation.Question;
import se.kulturlots.consultation.Questions;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.CommitCounter;
import se.kulturlots.core.ReadCache;
import se.kulturlots.journal.Journal;
import se.kulturlots.meeting.PublicMeeting;

/**
 * What the public pages of consultations are made of. They are what most people open, at
 * the same hours: when an invitation or a reminder has gone out.
 */
@Component
class PublicCases {

	private static final int JOURNAL_LINES = 50;

	private final Consultations consultations;

	private final Programme programme;

	private final ObjectProvider<Outcomes> outcomes;

	private final InputTimes inputTimes;

	private final Questions questions;

	private final Documents documents;

	private final Journal journal;

	private final ReadCache<Address, PublicCase> cases;

	private final ReadCache<Set<String>, List<Standing>> all;

	PublicCases(Consultations consultations, Programme programme, ObjectProvider<Outcomes> outcomes,
			InputTimes inputTimes, Questions questions, Documents documents, Journal journal, CommitCounter commits,
			AppClock clock) {
		this.consultations = consultations;
		this.programme = programme;
		this.outcomes = outcomes;
		this.inputTimes = inputTimes;
		this.questions = questions;
		this.documents = documents;
		this.journal = journal;
		this.cases = new ReadCache<>(commits, clock, this::read);
		this.all = new ReadCache<>(commits, clock, this::readAll);
	}

	/**
	 * A consultation that the public may see.
	 * @throws se.kulturlots.consultation.ConsultationProblem if there is none such
	 */
	PublicCase of(String authorityId, String slug) {
		return this.cases.get(new Address(authorityId, slug));
	}

	/** All that the public may see, in as many questions for many as for one. */
	List<Standing> of(Set<String> authorityIds) {
		return authorityIds.isEmpty() ? List.of() : this.all.get(authorityIds);
	}

	private PublicCase read(Address address) {
		Consultation consultation = this.consultations.published(address.authorityId(), address.slug());
		return new PublicCase(standing(List.of(consultation)).get(0), this.questions.of(consultation.id()),
				this.documents.of(consultation.id()),
				this.journal.of(address.authorityId(), consultation.id(), true, JOURNAL_LINES));
	}

	private List<Standing> readAll(Set<String> authorityIds) {
		return standing(this.consultations.published(authorityIds));
	}

	private List<Standing> standing(List<Consultation> consultations) {
		Map<CaseId, List<PublicMeeting>> meetings = this.programme.published(consultations);
		Map<CaseId, Set<Outcome>> led = outcomes(consultations.stream().map(Consultation::id).toList());
		Map<CaseId, InputTime> input = this.inputTimes.of(consultations);
		return consultations.stream()
			.map((one) -> new Standing(one, meetings.getOrDefault(one.id(), List.of()),
					led.getOrDefault(one.id(), Set.of()), input.get(one.id())))
			.toList();
	}

	private Map<CaseId, Set<Outcome>> outcomes(List<CaseId> ids) {
		Map<CaseId, Set<Outcome>> all = new HashMap<>();
		if (!ids.isEmpty()) {
			this.outcomes.stream()
				.forEach((some) -> some.of(ids)
					.forEach((id, led) -> all.computeIfAbsent(id, (key) -> EnumSet.noneOf(Outcome.class)).addAll(led)));
		}
		return all;
	}

	private record Address(String authorityId, String slug) {
	}

	/**
	 * All that its page shows.
	 *
	 * @param standing the consultation and where it stands
	 * @param questions what is asked
	 * @param documents what there is to read
	 * @param journal the newest lines first
	 */
	record PublicCase(Standing standing, List<Question> questions, List<Document> documents,
			List<Journal.Entry> journal) {

		Consultation consultation() {
			return this.standing.consultation();
		}

	}

}
