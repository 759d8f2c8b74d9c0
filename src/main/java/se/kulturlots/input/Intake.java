package se.kulturlots.input;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.PlainText;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.input.Inputs.Rewritten;
import se.kulturlots.input.Submission.Channel;
import se.kulturlots.journal.Journal;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Municipality;

/**
 * Where input comes in: through the form, or typed in by staff from paper or the
 * telephone.
 */
@Component
public class Intake {

	/** An answer is at most this long. */
	public static final int LONGEST = 4000;

	private final InputPeriods periods;

	private final Consultations consultations;

	private final InputSchedule schedule;

	private final InputFields fields;

	private final Submissions submissions;

	private final Inputs inputs;

	private final InputNumbers numbers;

	private final Invitees invitees;

	private final Municipalities municipalities;

	private final InputLetters letters;

	private final WorkingCalendars calendars;

	private final Journal journal;

	private final AppClock clock;

	Intake(InputPeriods periods, Consultations consultations, InputSchedule schedule, InputFields fields,
			Submissions submissions, Inputs inputs, InputNumbers numbers, Invitees invitees,
			Municipalities municipalities, InputLetters letters, WorkingCalendars calendars, Journal journal,
			AppClock clock) {
		this.periods = periods;
		this.consultations = consultations;
		this.schedule = schedule;
		this.fields = fields;
		this.submissions = submissions;
		this.inputs = inputs;
		this.numbers = numbers;
		this.invitees = invitees;
		this.municipalities = municipalities;
		this.letters = letters;
		this.calendars = calendars;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Takes what somebody sent with the form; the same form again changes nothing.
	 * @param authorityId to whom
	 * @param periodId the period the form was for
	 * @param submissionId the id of the form
	 * @param sender who sends it, with an address for the receipt
	 * @param answers texts by the key of their field; at least one
	 * @return what was kept
	 * @throws InputProblem if the form takes nothing now, or the answers do not hold
	 */
	@Transactional
	public Submission receive(String authorityId, UUID periodId, UUID submissionId, Sender sender,
			Map<String, String> answers) {
		InputPeriod period = this.periods.get(authorityId, periodId);
		Consultation consultation = this.consultations.get(authorityId, period.consultationId());
		Instant now = this.clock.instant();
		this.numbers.lock(authorityId, period.kind(), this.schedule.today(authorityId));
		return this.submissions.findByAuthorityIdAndSubmissionId(authorityId, submissionId).orElseGet(() -> {
			Openness openness = this.schedule.openness(consultation, period);
			if (!openness.takesInput()) {
				throw InputProblem.formClosed();
			}
			return keep(consultation, period,
					new Arrival(submissionId, Channel.WEB, now, openness == Openness.LATE, null), sender, answers);
		});
	}

	/**
	 * Takes what came on paper, by mail or by telephone.
	 * @param authorityId to whom
	 * @param periodId in which period
	 * @param submissionId the id of the form
	 * @param how how it came and when
	 * @param account who types it in
	 * @param sender who says it
	 * @param answers texts by the key of their field; at least one
	 * @return what was kept
	 * @throws InputProblem if the period has not begun or the case is decided, or
	 * something does not hold
	 */
	@Transactional
	public Submission register(String authorityId, UUID periodId, UUID submissionId, OnBehalf how, String account,
			Sender sender, Map<String, String> answers) {
		InputPeriod period = this.periods.get(authorityId, periodId);
		Consultation consultation = this.consultations.get(authorityId, period.consultationId());
		this.numbers.lock(authorityId, period.kind(), this.schedule.today(authorityId));
		return this.submissions.findByAuthorityIdAndSubmissionId(authorityId, submissionId).orElseGet(() -> {
			if (!this.schedule.openness(consultation, period).takesInput()) {
				throw InputProblem.formClosed();
			}
			boolean late = how.receivedOn().isAfter(this.schedule.lastDay(period));
			return keep(consultation, period,
					new Arrival(submissionId, how.channel(), receivedAt(period, how.receivedOn()), late, account),
					sender, answers);
		});
	}

	private Instant receivedAt(InputPeriod period, LocalDate receivedOn) {
		LocalDate today = this.schedule.today(period.authorityId());
		if (receivedOn.isAfter(today)) {
			throw InputProblem.receivedInTheFuture().at("receivedOn");
		}
		if (receivedOn.isBefore(period.opens()) && receivedOn.isBefore(openedOn(period))) {
			throw InputProblem.receivedBeforeOpening().at("receivedOn");
		}
		return receivedOn.equals(today) ? this.clock.instant()
				: this.calendars.of(period.authorityId()).at(receivedOn, LocalTime.NOON);
	}

	private LocalDate openedOn(InputPeriod period) {
		ZoneId zone = this.calendars.of(period.authorityId()).zone();
		return (period.openedAt() != null) ? LocalDate.ofInstant(period.openedAt(), zone) : period.opens();
	}

	private Submission keep(Consultation consultation, InputPeriod period, Arrival arrival, Sender sender,
			Map<String, String> answers) {
		List<InputField> answered = answered(period, answers);
		check(sender);
		Recognised recognised = recognise(consultation, sender);
		String reference = this.numbers.next(period.authorityId(), period.kind(),
				this.schedule.today(period.authorityId()));
		Submission submission = this.submissions.save(new Submission(UUID.randomUUID(), null, period.authorityId(),
				period.id(), arrival.submissionId(), reference, arrival.channel(), sender.organisationName(),
				recognised.first(), sender.name(), (sender.email() != null) ? sender.email().value() : null,
				sender.municipalityCode(), sender.language().getLanguage(), arrival.receivedAt(), arrival.late(),
				arrival.account(), null, null));
		List<Input> kept = new ArrayList<>();
		for (InputField field : answered) {
			kept.add(input(submission, kept.size() + 1, field, answers.get(field.key())));
		}
		this.inputs.insert(kept);
		recognised.organisationIds().forEach((id) -> this.invitees.gaveInput(consultation.id(), id));
		this.letters.receipt(consultation, period, submission, kept);
		this.journal.note(period.authorityId(), consultation.id(),
				arrival.late() ? "journal.input.receivedLate" : "journal.input.received", reference);
		return submission;
	}

	private static Input input(Submission submission, int position, InputField field, String text) {
		String reference = submission.reference() + ((position > 1) ? "-" + position : "");
		return new Input(UUID.randomUUID(), submission.authorityId(), submission.periodId(), submission.id(), position,
				reference, field.questionId(), field.sectionId(), field.heading(), text, null, null, false, null, null,
				null, null);
	}

	private List<InputField> answered(InputPeriod period, Map<String, String> answers) {
		List<InputField> known = this.fields.of(period);
		check(answers, known.stream().map(InputField::key).collect(Collectors.toSet()));
		return known.stream().filter((field) -> answers.containsKey(field.key())).toList();
	}

	private static void check(Map<String, String> answers, Set<String> known) {
		if (answers.isEmpty()) {
			throw InputProblem.nothingSaid();
		}
		answers.forEach((key, text) -> {
			if (!known.contains(key) || text.isBlank()) {
				throw InputProblem.unknownField();
			}
			if (text.length() > LONGEST) {
				throw InputProblem.tooLong(LONGEST);
			}
		});
	}

	private void check(Sender sender) {
		if (sender.municipalityCode() != null && this.municipalities.find(sender.municipalityCode()).isEmpty()) {
			throw InputProblem.unknownMunicipality().at("municipality");
		}
	}

	/* by its name, else by the address it was invited at, which several may share */
	private Recognised recognise(Consultation consultation, Sender sender) {
		List<Invitee> invited = this.invitees.of(consultation.id());
		String name = (sender.organisationName() != null) ? PlainText.key(sender.organisationName()) : "";
		List<Invitee> byName = invited.stream().filter((it) -> PlainText.key(it.name()).equals(name)).toList();
		String email = (sender.email() != null) ? sender.email().value() : "";
		List<Invitee> found = !byName.isEmpty() ? byName
				: invited.stream().filter((it) -> email.equalsIgnoreCase(it.email())).toList();
		return new Recognised(found.stream().map(Invitee::organisationId).toList());
	}

	/**
	 * Changes what somebody sent, until the last day.
	 * @param authorityId to whom
	 * @param id the submission
	 * @param version the version that was changed
	 * @param sender who sends it; the address stays as it is
	 * @param answers texts by the key of their field, at least one; what was answered
	 * before and is not among them is withdrawn
	 * @return the changed submission
	 * @throws InputProblem if it cannot be changed any more, has been changed meanwhile,
	 * or the answers do not hold
	 */
	@Transactional
	public Submission change(String authorityId, UUID id, int version, Sender sender, Map<String, String> answers) {
		Open open = changeable(authorityId, id, version);
		List<Input> before = locked(authorityId, id);
		Map<String, InputField> known = fields(open.period(), before);
		check(answers, known.keySet());
		check(sender);
		Instant now = this.clock.instant();
		Map<String, Input> byField = before.stream().collect(Collectors.toMap(Input::field, Function.identity()));
		List<Input> rewritten = before.stream().filter((it) -> isRewritten(it, answers.get(it.field()))).toList();
		List<Input> added = new ArrayList<>();
		known.values()
			.stream()
			.filter((field) -> answers.containsKey(field.key()) && !byField.containsKey(field.key()))
			.forEach((field) -> added
				.add(input(open.submission(), before.size() + added.size() + 1, field, answers.get(field.key()))));
		this.inputs.release(rewritten.stream().map(Input::id).toList());
		this.inputs.rewrite(rewritten.stream().map((it) -> new Rewritten(it.id(), answers.get(it.field()))).toList(),
				now);
		withdraw(before.stream().filter((it) -> !answers.containsKey(it.field())).toList(), now);
		this.inputs.insert(added);
		Submission changed = this.submissions.save(open.submission().changed(sender, now));
		this.letters.changed(open.consultation(), open.period(), changed, this.inputs.of(id));
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
	 * @param period the period
	 * @param before what was answered
	 * @return in the order of the form
	 */
	public List<InputField> fieldsFor(InputPeriod period, List<Input> before) {
		List<InputField> all = new ArrayList<>(this.fields.of(period));
		Set<String> keys = new HashSet<>(all.stream().map(InputField::key).toList());
		before.stream()
			.filter((it) -> keys.add(it.field()))
			.map((it) -> new InputField(it.field(), it.questionId(), it.sectionId(), it.heading(), null))
			.forEach((field) -> all.add(all.size() - 1, field));
		return all;
	}

	/**
	 * Withdraws everything that somebody sent, until the last day. It stays in the public
	 * record, and nobody works on it.
	 * @param authorityId to whom
	 * @param id the submission
	 * @throws InputProblem if it cannot be changed any more
	 */
	@Transactional
	public void withdraw(String authorityId, UUID id) {
		Submission submission = this.submissions.get(authorityId, id);
		if (submission.withdrawnAt() != null) {
			return;
		}
		Open open = changeable(authorityId, id, null);
		Instant now = this.clock.instant();
		withdraw(locked(authorityId, id), now);
		this.submissions.save(open.submission().withdrawn(now));
		this.letters.withdrawn(open.consultation(), open.submission());
		this.journal.note(authorityId, open.consultation().id(), "journal.input.withdrawn",
				open.submission().reference());
	}

	private List<Input> locked(String authorityId, UUID submissionId) {
		this.inputs.lock(authorityId, this.inputs.of(submissionId).stream().map(Input::id).toList());
		return this.inputs.of(submissionId);
	}

	private void withdraw(List<Input> withdrawn, Instant now) {
		List<UUID> ids = withdrawn.stream().map(Input::id).toList();
		this.inputs.release(ids);
		this.inputs.withdraw(ids, now);
	}

	private Open changeable(String authorityId, UUID id, @Nullable Integer version) {
		Submission submission = this.submissions.get(authorityId, id);
		InputPeriod period = this.periods.get(authorityId, submission.periodId());
		Consultation consultation = this.consultations.get(authorityId, period.consultationId());
		if (!isChangeable(consultation, period, submission)) {
			throw InputProblem.readOnly();
		}
		if (version != null && !version.equals(submission.version())) {
			throw InputProblem.changedMeanwhile();
		}
		return new Open(consultation, period, submission);
	}

	/**
	 * Whether those who sent something may still change it.
	 * @param consultation the consultation
	 * @param period the period
	 * @param submission what they sent
	 * @return true until the last day, unless it came late or was withdrawn
	 */
	public boolean isChangeable(Consultation consultation, InputPeriod period, Submission submission) {
		return this.schedule.openness(consultation, period) == Openness.OPEN && !submission.late()
				&& submission.withdrawnAt() == null;
	}

	/**
	 * The period that something was sent in.
	 * @param submission what was sent
	 * @return its period
	 */
	public InputPeriod period(Submission submission) {
		return this.periods.get(submission.authorityId(), submission.periodId());
	}

	/**
	 * The municipalities that somebody may choose from.
	 * @param authorityId the authority
	 * @return those of its area, by name
	 */
	public List<Municipality> municipalities(String authorityId) {
		return this.municipalities.of(authorityId);
	}

	/**
	 * The name of a municipality.
	 * @param code its code, or null
	 * @return its name, or null
	 */
	public @Nullable String municipality(@Nullable String code) {
		return Optional.ofNullable(code).flatMap(this.municipalities::find).map(Municipality::name).orElse(null);
	}

	/**
	 * How something came that staff type in.
	 *
	 * @param channel how it came
	 * @param receivedOn the day on which it came
	 */
	public record OnBehalf(Channel channel, LocalDate receivedOn) {
	}

	private record Arrival(UUID submissionId, Channel channel, Instant receivedAt, boolean late,
			@Nullable String account) {
	}

	private record Open(Consultation consultation, InputPeriod period, Submission submission) {
	}

	private record Recognised(List<UUID> organisationIds) {

		@Nullable UUID first() {
			return this.organisationIds.isEmpty() ? null : this.organisationIds.get(0);
		}

	}

}
