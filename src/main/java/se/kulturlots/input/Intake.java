package se.kulturlots.input;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.consultation.InvitedSenders;
import se.kulturlots.consultation.SubmissionId;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.core.FormSubmissions.Earlier;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.input.Submission.Channel;
import se.kulturlots.journal.Journal;

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

	private final FormSubmissions forms;

	private final Submissions submissions;

	private final Corrections corrections;

	private final Inputs inputs;

	private final InputNumbers numbers;

	private final InvitedSenders senders;

	private final AnswerRules rules;

	private final InputLetters letters;

	private final WorkingCalendars calendars;

	private final Journal journal;

	private final AppClock clock;

	Intake(InputPeriods periods, Consultations consultations, InputSchedule schedule, InputFields fields,
			FormSubmissions forms, Submissions submissions, Corrections corrections, Inputs inputs,
			InputNumbers numbers, InvitedSenders senders, AnswerRules rules, InputLetters letters,
			WorkingCalendars calendars, Journal journal, AppClock clock) {
		this.periods = periods;
		this.consultations = consultations;
		this.schedule = schedule;
		this.fields = fields;
		this.forms = forms;
		this.submissions = submissions;
		this.corrections = corrections;
		this.inputs = inputs;
		this.numbers = numbers;
		this.senders = senders;
		this.rules = rules;
		this.letters = letters;
		this.calendars = calendars;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Takes what somebody sent with the form. The same form again changes nothing; with
	 * other words it changes what was sent.
	 * @param authorityId to whom
	 * @param periodId the period the form was for
	 * @param submissionId the id of the form
	 * @param sender who sends it, with an address for the receipt
	 * @param answers texts by the key of their field; at least one
	 * @return what was kept
	 * @throws InputProblem if the form takes nothing now, or the answers do not hold
	 */
	@Transactional
	public Submission receive(String authorityId, InputPeriodId periodId, UUID submissionId, Sender sender,
			Map<String, String> answers) {
		return receive(authorityId, periodId, submissionId, sender, answers, null);
	}

	/**
	 * The same from somebody who came by a personal link.
	 * @param link how it is referred to, null if they came by none
	 */
	@Transactional
	public Submission receive(String authorityId, InputPeriodId periodId, UUID submissionId, Sender sender,
			Map<String, String> answers, @Nullable String link) {
		InputPeriod period = this.periods.get(authorityId, periodId);
		Consultation consultation = this.consultations.get(authorityId, period.consultationId());
		FormSubmission sent = FormSubmission.of(submissionId, sender, answers);
		return this.submissions.get(authorityId,
				this.forms.take("input:" + periodId, sent, SubmissionId::new, (before) -> {
					boolean late = openness(consultation, period) == Openness.LATE;
					Arrival arrival = new Arrival(Channel.WEB, this.clock.instant(), late, null, link);
					// what came in time stays so: what is added later is kept as late
					return keep(consultation, period, earlier(before, sender).filter((one) -> one.late() == late),
							arrival, sender, answers)
						.id();
				}));
	}

	/**
	 * Takes what came on paper, by mail or by telephone. The same form again changes
	 * nothing; with other words it changes what was typed in, unless that has been
	 * changed since.
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
	public Submission register(String authorityId, InputPeriodId periodId, UUID submissionId, OnBehalf how,
			String account, Sender sender, Map<String, String> answers) {
		InputPeriod period = this.periods.get(authorityId, periodId);
		Consultation consultation = this.consultations.get(authorityId, period.consultationId());
		FormSubmission sent = FormSubmission.of(submissionId, how, sender, answers);
		return this.submissions.get(authorityId, this.forms.take("inputOnBehalf:" + periodId, sent, SubmissionId::new,
				(id) -> this.submissions.get(authorityId, id).version(), (before) -> {
					openness(consultation, period);
					Optional<Submission> earlier = earlier(before.map(Earlier::id), sender);
					if (earlier.isPresent()) {
						before.get().requireUntouched();
					}
					boolean late = how.receivedOn().isAfter(this.schedule.lastDay(period));
					Arrival arrival = new Arrival(how.channel(), receivedAt(period, how.receivedOn()), late, account,
							null);
					return keep(consultation, period, earlier, arrival, sender, answers).id();
				}));
	}

	private Openness openness(Consultation consultation, InputPeriod period) {
		Openness openness = this.schedule.openness(consultation, period);
		if (!openness.takesInput()) {
			throw InputProblem.formClosed();
		}
		return openness;
	}

	private Optional<Submission> earlier(Optional<SubmissionId> before, Sender sender) {
		return before.flatMap(this.submissions::findById)
			.filter((one) -> one.withdrawnAt() == null
					&& FormSubmission.isAboutSame(one.name(), one.email(), sender.name(), address(sender)));
	}

	private static @Nullable String address(Sender sender) {
		return (sender.email() != null) ? sender.email().value() : null;
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

	private Submission keep(Consultation consultation, InputPeriod period, Optional<Submission> earlier,
			Arrival arrival, Sender sender, Map<String, String> answers) {
		if (earlier.isPresent()) {
			if (!Objects.equals(earlier.get().email(), address(sender))) {
				this.letters.endLinks(earlier.get());
			}
			return this.corrections.sentAgain(consultation, period, arrival.of(earlier.get(), address(sender)), sender,
					answers);
		}
		List<InputField> fields = this.fields.of(period);
		this.rules.check(sender, answers, fields.stream().map(InputField::key).collect(Collectors.toSet()));
		String reference = this.numbers.next(period.authorityId(), period.kind(),
				this.schedule.today(period.authorityId()));
		Submission submission = this.submissions.save(new Submission(new SubmissionId(UUID.randomUUID()), null,
				period.authorityId(), period.id(), reference, arrival.channel(), sender.organisationName(),
				sender.name(), address(sender), sender.municipalityCode(), sender.language().getLanguage(),
				arrival.receivedAt(), arrival.late(), arrival.account(), null, null));
		List<Input> kept = new ArrayList<>();
		fields.stream()
			.filter((field) -> answers.containsKey(field.key()))
			.forEach((field) -> kept.add(Input.answer(submission, kept.size() + 1, field,
					Objects.requireNonNull(answers.get(field.key())), submission.receivedAt())));
		this.inputs.insert(kept);
		this.senders.gaveInput(period.authorityId(), consultation.id(), period.id(), submission.id(),
				sender.organisationName(), sender.email(), arrival.link());
		this.letters.receipt(consultation, period, submission);
		this.journal.note(period.authorityId(), consultation.id(),
				arrival.late() ? "journal.input.receivedLate" : "journal.input.received", reference);
		return submission;
	}

	/**
	 * How something came that staff type in.
	 *
	 * @param channel how it came
	 * @param receivedOn the day on which it came
	 */
	public record OnBehalf(Channel channel, LocalDate receivedOn) {
	}

	private record Arrival(Channel channel, Instant receivedAt, boolean late, @Nullable String account,
			@Nullable String link) {

		/* the public form keeps the time at which it was first sent */
		Submission of(Submission earlier, @Nullable String email) {
			return earlier.cameAs(this.channel, (this.account != null) ? this.receivedAt : earlier.receivedAt(),
					this.late, email);
		}

	}

}
