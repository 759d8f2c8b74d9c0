package se.kulturlots.input.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.consultation.SubmissionId;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Fact;
import se.kulturlots.core.Id;
import se.kulturlots.core.Texts;
import se.kulturlots.input.Input;
import se.kulturlots.input.InputLetters;
import se.kulturlots.input.InputPeriod;
import se.kulturlots.input.InputPeriods;
import se.kulturlots.input.Inputs.EarlierText;
import se.kulturlots.input.Inputs;
import se.kulturlots.input.Submission;
import se.kulturlots.input.Submissions;
import se.kulturlots.privacy.PersonalRecord;
import se.kulturlots.privacy.PersonalRecords;

/** What a person has said in writing. */
@Component
@Order(20)
class StoredInput implements PersonalRecords {

	private final Submissions submissions;

	private final Inputs inputs;

	private final InputPeriods periods;

	private final Consultations consultations;

	private final InputLetters letters;

	private final InputFormFinder formFinder;

	StoredInput(Submissions submissions, Inputs inputs, InputPeriods periods, Consultations consultations,
			InputLetters letters, InputFormFinder formFinder) {
		this.submissions = submissions;
		this.inputs = inputs;
		this.periods = periods;
		this.consultations = consultations;
		this.letters = letters;
		this.formFinder = formFinder;
	}

	@Override
	public boolean holds(String authorityId, EmailAddress address) {
		return !this.submissions.of(authorityId, address.value()).isEmpty();
	}

	@Override
	public List<PersonalRecord> of(String authorityId, EmailAddress address, Texts texts) {
		List<Submission> all = this.submissions.of(authorityId, address.value());
		if (all.isEmpty()) {
			return List.of();
		}
		Map<SubmissionId, List<Input>> said = this.inputs.of(all.stream().map(Submission::id).toList())
			.stream()
			.collect(Collectors.groupingBy(Input::submissionId));
		Map<InputId, List<EarlierText>> before = this.inputs
			.earlier(said.values().stream().flatMap(List::stream).map(Input::id).toList())
			.stream()
			.collect(Collectors.groupingBy(EarlierText::inputId));
		Map<InputPeriodId, InputPeriod> byPeriod = this.periods
			.findAllById(all.stream().map(Submission::periodId).distinct().toList())
			.stream()
			.collect(Collectors.toMap(InputPeriod::id, Function.identity()));
		Map<CaseId, Consultation> byId = this.consultations
			.findAllById(byPeriod.values().stream().map(InputPeriod::consultationId).distinct().toList())
			.stream()
			.collect(Collectors.toMap(Consultation::id, Function.identity()));
		return all.stream().map((one) -> {
			InputPeriod period = Objects.requireNonNull(byPeriod.get(one.periodId()));
			Consultation consultation = Objects.requireNonNull(byId.get(period.consultationId()));
			List<Input> answers = said.getOrDefault(one.id(), List.of());
			EarlierWords earlier = new EarlierWords(one, before, texts);
			return new PersonalRecord(one.id(), texts.t("input.stored.kind"),
					consultation.titleIn(texts.locale(), texts.ownLang()).text(), one.receivedAt(),
					facts(one, answers.stream().filter(earlier::stands).toList(), texts), earlier.of(answers),
					texts.t("input.stored.open"));
		}).toList();
	}

	private List<Fact> facts(Submission one, List<Input> said, Texts texts) {
		List<Fact> facts = new ArrayList<>();
		add(facts, texts.t("input.reference"), one.reference());
		add(facts, texts.t("input.received"), texts.dateTime(one.receivedAt()));
		add(facts, texts.t("input.changed"), (one.changedAt() != null) ? texts.dateTime(one.changedAt()) : null);
		add(facts, texts.t("input.stored.withdrawn"),
				(one.withdrawnAt() != null) ? texts.dateTime(one.withdrawnAt()) : null);
		add(facts, texts.t("input.organisation"), one.organisationName());
		add(facts, texts.t("input.name"), one.name());
		add(facts, texts.t("input.email"), one.email());
		add(facts, texts.t("input.municipality"), this.formFinder.municipality(one.municipalityCode()));
		said.forEach((input) -> facts.add(Fact.written(EarlierWords.heading(input, texts), input.text())));
		return facts;
	}

	private static void add(List<Fact> facts, String label, @Nullable String value) {
		if (value != null) {
			facts.add(Fact.of(label, value));
		}
	}

	@Override
	public Optional<String> open(String authorityId, EmailAddress address, Id id) {
		return this.submissions.findByIdAndAuthorityId(new SubmissionId(id.value()), authorityId)
			.filter((one) -> address.value().equalsIgnoreCase(one.email()))
			.map((one) -> this.letters.personalPath(this.periods.get(one.periodId()).consultationId(), one));
	}

}
