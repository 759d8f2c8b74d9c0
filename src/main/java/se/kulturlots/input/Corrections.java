package se.kulturlots.input;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.InvitedSenders;
import se.kulturlots.consultation.SubmissionId;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.input.Inputs.Rewritten;
import se.kulturlots.journal.Journal;

/** What people do with what they have sent: change it, or withdraw it. */
@Component
public class Corrections {

	private final InputPeriods periods;

	private final Consultations consultations;

	private final InputSchedule schedule;

	private final InputFields fields;

	private final Submissions submissions;

	private final Inputs inputs;

	private final InvitedSenders senders;

	private final AnswerRules rules;

	private final InputLetters letters;

	private final Journal journal;

	private final AppClock clock;

	Corrections(InputPeriods periods, Consultations consultations, InputSchedule schedule, InputFields fields,
			Submissions submissions, Inputs inputs, InvitedSenders senders, AnswerRules rules, InputLetters letters,
			Journal journal, AppClock clock) {
		this.periods = periods;
		this.consultations = consultations;
		this.schedule = schedule;
		this.fields = fields;
		this.submissions = submissions;
		this.inputs = inputs;
		this.senders = senders;
		this.rules = rules;
		this.letters = letters;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Changes what somebody sent, until the last day.
	 * @param authorityId to whom
	 * @param version the version that was changed
	 * @param sender who sends it; the address stays as it is
	 * @param answers texts by the key of their field, at least one; what was answered
	 * before and is not among them is withdrawn
	 * @return the changed submission
	 * @throws InputProblem if it cannot be changed any more, has been changed meanwhile,
	 * or the answers do not hold
	 */
	@Transactional
	public Submission change(String authorityId, SubmissionId id, int version, Sender sender,
			Map<String, String> answers) {
		return change(changeable(authorityId, id, version), sender, answers);
	}

	/** Takes a form that is sent again with other words, while the form is open. */
	Submission sentAgain(Consultation consultation, InputPeriod period, Submission submission, Sender sender,
			Map<String, String> answers) {
		return change(new Open(consultation, period, submission), sender, answers);
	}

	private Submission change(Open open, Sender sender, Map<String, String> answers) {
		String authorityId = open.submission().authorityId();
		List<Input> before = locked(authorityId, open.submission().id());
		Map<String, InputField> known = fields(open.period(), before);
		this.rules.check(sender, answers, known.keySet());
		Instant now = this.clock.instant();
		Map<String, Input> byField = before.stream().collect(Collectors.toMap(Input::field, Function.identity()));
		List<Input> rewritten = before.stream().filter((it) -> isRewritten(it, answers.get(it.field()))).toList();
		List<Input> added = new ArrayList<>();
		known.values()
			.stream()
			.filter((field) -> answers.containsKey(field.key()) && !byField.containsKey(field.key()))
			.forEach((field) -> added.add(Input.answer(open.submission(), before.size() + added.size() + 1, field,
					Objects.requireNonNull(answers.get(field.key())), now)));
		this.inputs.release(rewritten.stream().map(Input::id).toList());
		this.inputs.rewrite(rewritten.stream()
			.map((it) -> new Rewritten(it.id(), Objects.requireNonNull(answers.get(it.field()))))
			.toList(), now);
		withdraw(before.stream().filter((it) -> !answers.containsKey(it.field())).toList(), now);
		this.inputs.insert(added);
		Submission changed = this.submissions.save(open.submission().changed(sender, now));
		this.senders.gaveInput(authorityId, open.consultation().id(), open.period().id(), changed.id(),
				changed.organisationName(),
				Optional.ofNullable(changed.email()).flatMap(EmailAddress::parse).orElse(null), null);
		this.letters.changed(open.consultation(), open.period(), changed);
		this.journal.note(authorityId, open.consultation().id(), "journal.input.changed", changed.reference());
		return changed;
	}

	private static boolean isRewritten(Input input, @Nullable String text) {
		return text != null && (!text.equals(input.text()) || input.isWithdrawn());
	}

	private Map<String, InputField> fields(InputPeriod period, List<Input> before) {
		return fieldsFor(period, before).stream().collect(Collectors.toMap(InputField::key, Function.identity()));
	}

	/**
	 * The fields with which a submission can be changed: those of the form, and what was
	 * answered that the form has no more.
	 * @param before what was answered
	 * @return in the order of the form
	 */
	public List<InputField> fieldsFor(InputPeriod period, List<Input> before) {
		List<InputField> all = new ArrayList<>(this.fields.of(period));
		Set<String> keys = new HashSet<>(all.stream().map(InputField::key).toList());
		before.stream()
			.filter((it) -> keys.add(it.field()))
			.map((it) -> new InputField(it.field(), it.questionId(), it.sectionId(), it.heading(), null, 0, false))
			.forEach((field) -> all.add(all.size() - 1, field));
		return all;
	}

	/**
	 * Withdraws everything that somebody sent, until the last day. It stays in the public
	 * record, and nobody works on it.
	 * @param authorityId to whom
	 * @throws InputProblem if it cannot be changed any more
	 */
	@Transactional
	public void withdraw(String authorityId, SubmissionId id) {
		Submission submission = this.submissions.get(authorityId, id);
		if (submission.withdrawnAt() != null) {
			return;
		}
		withdraw(changeable(authorityId, id, null), "journal.input.withdrawn");
	}

	/**
	 * Withdraws everything that somebody sent who has asked staff to do so, until the
	 * decision.
	 * @param authorityId to whom
	 * @throws InputProblem if the case is decided
	 */
	@Transactional
	public void withdrawOnBehalf(String authorityId, SubmissionId id) {
		Open open = open(authorityId, id);
		if (!this.schedule.openness(open.consultation(), open.period()).takesInput()) {
			throw InputProblem.readOnly();
		}
		if (open.submission().withdrawnAt() == null) {
			withdraw(open, "journal.input.withdrawnOnBehalf");
		}
	}

	private void withdraw(Open open, String journalKey) {
		Submission submission = open.submission();
		Instant now = this.clock.instant();
		withdraw(locked(submission.authorityId(), submission.id()), now);
		this.submissions.save(submission.withdrawn(now));
		this.senders.withdrawn(submission.id());
		this.letters.withdrawn(open.consultation(), submission);
		this.journal.note(submission.authorityId(), open.consultation().id(), journalKey, submission.reference());
	}

	private List<Input> locked(String authorityId, SubmissionId submissionId) {
		this.inputs.lock(authorityId, this.inputs.of(submissionId).stream().map(Input::id).toList());
		return this.inputs.of(submissionId);
	}

	private void withdraw(List<Input> withdrawn, Instant now) {
		List<InputId> ids = withdrawn.stream().map(Input::id).toList();
		this.inputs.release(ids);
		this.inputs.withdraw(ids, now);
	}

	private Open changeable(String authorityId, SubmissionId id, @Nullable Integer version) {
		Open open = open(authorityId, id);
		if (!isChangeable(open.consultation(), open.period(), open.submission())) {
			throw InputProblem.readOnly();
		}
		if (version != null && !version.equals(open.submission().version())) {
			throw InputProblem.changedMeanwhile();
		}
		return open;
	}

	private Open open(String authorityId, SubmissionId id) {
		Submission submission = this.submissions.get(authorityId, id);
		InputPeriod period = this.periods.get(authorityId, submission.periodId());
		return new Open(this.consultations.get(authorityId, period.consultationId()), period, submission);
	}

	/**
	 * Whether those who sent something may still change it.
	 * @param submission what they sent
	 * @return true until the last day, unless it came late or was withdrawn
	 */
	public boolean isChangeable(Consultation consultation, InputPeriod period, Submission submission) {
		return this.schedule.openness(consultation, period) == Openness.OPEN && !submission.late()
				&& submission.withdrawnAt() == null;
	}

	private record Open(Consultation consultation, InputPeriod period, Submission submission) {
	}

}
