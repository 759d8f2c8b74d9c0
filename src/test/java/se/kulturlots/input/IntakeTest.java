package se.kulturlots.input;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.OptimisticLockingFailureException;

import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Status;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.ReceivedInput.ReceivedItem;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.PlainText;
import se.kulturlots.core.Problem;
import se.kulturlots.input.InputPeriod.Kind;
import se.kulturlots.input.Intake.OnBehalf;
import se.kulturlots.input.Submission.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class IntakeTest extends InputCase {

	@Autowired
	Submissions submissions;

	@Autowired
	ObjectMapper json;

	InputPeriod period;

	String year;

	@BeforeEach
	void openPeriod() {
		this.period = open(Kind.INPUT, 30);
		this.year = String.valueOf(today().getYear());
	}

	@Test
	void eachAnswerIsAnInputAndNumbersRunWithoutGaps() {
		Submission first = say(this.period, person("kim@person.example"), "Biblioteken.", "", "Tack.");
		Submission second = say(this.period, sender("Koivu", "ny@person.example"), "", "Scener.");
		assertThat(this.inputs.of(first.id())).extracting(Input::reference, Input::heading, Input::text)
			.containsExactly(tuple("SYN-" + this.year + "-0001", "Vad fungerar bra i dag?", "Biblioteken."),
					tuple("SYN-" + this.year + "-0001-2", null, "Tack."));
		assertThat(second.reference()).isEqualTo("SYN-" + this.year + "-0002");
		assertThat(received()).extracting(ReceivedItem::text, ReceivedItem::organisationName)
			.containsExactly(tuple("Biblioteken.", null), tuple("Tack.", null), tuple("Scener.", "Koivu"));
	}

	@Test
	void theReceiptHasTheNumberAndAPersonalLinkToWhatWasSaid() {
		Submission sent = say(this.period, person("kim@person.example"), "Biblioteken & <b>scenerna</b>.");
		Map<String, Object> mail = this.jdbc
			.sql("select subject, text_body, html_body from mail where occasion = :occasion")
			.param("occasion", "input:" + sent.id())
			.query()
			.singleRow();
		assertThat(mail.get("subject").toString()).isEqualTo("Vi har fått dina synpunkter om Ny kulturplan");
		assertThat(mail.get("text_body").toString()).contains(sent.reference(), "/my/input/")
			.doesNotContain("Biblioteken", "Kim");
		assertThat(mail.get("html_body").toString()).contains(sent.reference(), "/my/input/")
			.doesNotContain("Biblioteken", "Kim");
	}

	@Test
	void theSameFormSentTwiceCountsOnce() throws Exception {
		UUID form = UUID.randomUUID();
		Map<String, String> answers = answers(this.period, "Biblioteken.");
		List<Submission> kept = atOnce(IntStream.range(0, 8)
			.<Callable<Submission>>mapToObj((i) -> () -> this.intake.receive(this.authority.id(), this.period.id(),
					form, person("kim@person.example"), answers))
			.toList());
		assertThat(kept).extracting(Submission::reference).containsOnly("SYN-" + this.year + "-0001");
		assertThat(this.search.counts(this.period.id()).inputs()).isOne();
		assertThat(mailsOf(kept.get(0))).containsExactly("input-receipt");
	}

	@Test
	void theSameFormSentAgainTakesTheNewWordsUnderTheSameNumber() {
		UUID form = UUID.randomUUID();
		Submission first = send(form, "Kim", "kin@person.example", "Biblioteken.");
		Submission changed = send(form, "Kim", "kim@person.example", "Biblioteken och museet.");
		assertThat(changed.reference()).isEqualTo(first.reference());
		assertThat(changed.email()).isEqualTo("kim@person.example");
		assertThat(received()).extracting(ReceivedItem::text).containsExactly("Biblioteken och museet.");
		assertThat(this.inputs.earlier(this.inputs.of(first.id()).get(0).id())).hasSize(1);
		assertThat(this.jdbc.sql("select count(*) from personal_link where subject_id = :id")
			.param("id", first.id())
			.query(Integer.class)
			.single()).as("the link that went to the mistyped address has ended").isOne();
		assertThat(send(form, "Bo", "bo@person.example", "Scener.").reference()).as("somebody else")
			.isNotEqualTo(first.reference());
	}

	@Test
	void whatIsAddedAfterTheLastDayIsKeptAsLate() {
		UUID form = UUID.randomUUID();
		Submission inTime = send(form, "Kim", "kim@person.example", "Biblioteken.");
		passLastDay(this.period);
		Submission late = send(form, "Kim", "kim@person.example", "Biblioteken och museet.");
		assertThat(late.late()).isTrue();
		assertThat(late.id()).isNotEqualTo(inTime.id());
		assertThat(send(form, "Kim", "kim@person.example", "Museet.").id()).isEqualTo(late.id());
		this.cycle.enter(this.consultation.id(), Phase.ANSWER);
		assertThat(send(form, "Kim", "kim@person.example", "Museet.").id()).as("the same again").isEqualTo(late.id());
		assertRefused("formClosed", () -> send(form, "Kim", "kim@person.example", "Något annat."));
	}

	private Submission send(UUID form, String name, String email, String text) {
		return this.intake.receive(this.authority.id(), this.period.id(), form,
				new Sender(null, name, new EmailAddress(email), null, Locale.forLanguageTag("sv")),
				answers(this.period, text));
	}

	@Test
	void manyAtOnceGetNumbersOfTheirOwn() throws Exception {
		Map<String, String> answers = answers(this.period, "Biblioteken.", "Scener.");
		List<Submission> kept = atOnce(IntStream.range(0, 20)
			.<Callable<Submission>>mapToObj((i) -> () -> this.intake.receive(this.authority.id(), this.period.id(),
					UUID.randomUUID(), person("kim" + i + "@person.example"), answers))
			.toList());
		assertThat(kept).extracting(Submission::reference)
			.containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20)
				.mapToObj((i) -> String.format(Locale.ROOT, "SYN-%s-%04d", this.year, i))
				.toList());
	}

	private <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<T> results = new ArrayList<>();
			for (Future<T> future : threads.invokeAll(work)) {
				results.add(future.get());
			}
			return results;
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	void lateInputIsKeptButMarkedLateUntilTheDecision() {
		passLastDay(this.period);
		Submission late = say(this.period, person("kim@person.example"), "Biblioteken.");
		assertThat(late.late()).isTrue();
		assertThat(received()).extracting(ReceivedItem::late).containsExactly(true);
		assertThat(this.corrections.isChangeable(this.consultation, this.period, late)).isFalse();
		assertThat(this.jdbc.sql("select text_body from mail where occasion = :occasion")
			.param("occasion", "input:" + late.id())
			.query(String.class)
			.single()).contains("efter sista dagen", "som sent");
		this.clock.jumpTo(this.consultation.decisionDate().plusDays(1).atStartOfDay(ZONE).toInstant());
		assertRefused("formClosed", () -> say(this.period, person("kim@person.example"), "Biblioteken."));
	}

	@Test
	void nothingIsTakenBeforeTheFirstDayOrFromAConsultationThatHasEnded() {
		InputPeriod other = this.schedule.plan(opened(this.authority.id(), "En annan plan"), Kind.INPUT,
				today().plusDays(9), today().plusDays(19));
		assertRefused("formClosed", () -> say(other, person("kim@person.example"), "Biblioteken."));
		this.cycle.enter(this.consultation.id(), Phase.ANSWER);
		assertRefused("formClosed", () -> say(this.period, person("kim@person.example"), "Biblioteken."));
		this.cycle.end(this.consultation.id(), Status.CANCELLED);
		assertRefused("formClosed", () -> say(this.period, person("kim@person.example"), "Biblioteken."));
	}

	@Test
	void whatCameOnPaperIsLateByTheDayItCame() {
		passLastDay(this.period);
		LocalDate lastDay = this.schedule.lastDay(this.period);
		Submission inTime = register(lastDay);
		assertThat(inTime.late()).isFalse();
		assertThat(inTime.registeredBy()).isEqualTo(this.officer);
		assertThat(inTime.email()).isNull();
		assertThat(LocalDate.ofInstant(inTime.receivedAt(), ZONE)).isEqualTo(lastDay);
		assertThat(register(lastDay.plusDays(1)).late()).isTrue();
		assertRefused("receivedInTheFuture", () -> register(lastDay.plusDays(2)));
		assertRefused("receivedBeforeOpening", () -> register(this.period.opens().minusDays(1)));
		assertThat(received()).extracting(ReceivedItem::email).containsOnlyNulls();
	}

	private Submission register(LocalDate receivedOn) {
		return this.intake.register(this.authority.id(), this.period.id(), UUID.randomUUID(),
				new OnBehalf(Channel.PAPER, receivedOn), this.officer,
				new Sender("Hembygdsföreningen Ängen", null, null, null, Locale.forLanguageTag("sv")),
				answers(this.period, "Ett brev."));
	}

	@Test
	void anAnswerMustBeThereAndNotTooLongAndToAQuestionThatIsAsked() {
		assertRefused("nothingSaid", () -> say(this.period, person("kim@person.example")));
		assertRefused("tooLong", () -> say(this.period, person("kim@person.example"), "x".repeat(4001)));
		assertThat(say(this.period, person("kim@person.example"), "å".repeat(4000))).isNotNull();
		assertRefused("unknownField", () -> this.intake.receive(this.authority.id(), this.period.id(),
				UUID.randomUUID(), person("kim@person.example"), Map.of(UUID.randomUUID().toString(), "Text")));
		assertRefused("unknownMunicipality",
				() -> this.intake.receive(this.authority.id(), this.period.id(), UUID.randomUUID(),
						new Sender(null, "Kim", null, "9999", Locale.ENGLISH), answers(this.period, "Text")));
	}

	@Test
	void anotherAuthorityFindsNothing() {
		String other = this.authorities.region().id();
		Submission sent = say(this.period, person("kim@person.example"), "Biblioteken.");
		Input input = this.inputs.of(sent.id()).get(0);
		assertNotFound(() -> this.intake.receive(other, this.period.id(), UUID.randomUUID(),
				person("kim@person.example"), answers(this.period, "Text")));
		assertNotFound(() -> this.corrections.withdraw(other, sent.id()));
		assertNotFound(() -> this.corrections.change(other, sent.id(), 0, person("kim@person.example"), Map.of()));
		assertNotFound(() -> this.inputs.get(other, input.id()));
		assertNotFound(() -> this.schedule.move(other, this.period.id(), today(), today().plusDays(3)));
		assertNotFound(() -> this.triage.hide(other, input.id(), "x", "Skäl"));
		assertNotFound(() -> this.triage.joinTo(other, input.id(), "x", sent.reference()));
	}

	@Test
	void whatIsChangedIsToBeSortedAnewAndEarlierWordsAreKept() {
		Submission sent = say(this.period, person("kim@person.example"), "Biblioteken.", "Scener.");
		Input first = this.inputs.of(sent.id()).get(0);
		Submission same = say(this.period, person("bo@person.example"), "Biblioteken!");
		this.triage.assign(this.authority.id(), this.period.id(), this.officer, ids(sent), "Kultur");
		this.triage.join(this.authority.id(), this.period.id(), this.officer,
				List.of(first.id(), this.inputs.of(same.id()).get(0).id()));
		Submission changed = this.corrections.change(this.authority.id(), sent.id(), sent.version(),
				sender("Ängen", "ignored@person.example"), answers(this.period, "Biblioteken och museet.", "", "Mer."));
		assertThat(changed.organisationName()).isEqualTo("Ängen");
		assertThat(changed.email()).isEqualTo("kim@person.example");
		assertThat(this.inputs.of(sent.id()))
			.extracting(Input::text, Input::theme, Input::isWithdrawn, Input::reference)
			.containsExactly(tuple("Biblioteken och museet.", null, false, sent.reference()),
					tuple("Scener.", "Kultur", true, sent.reference() + "-2"),
					tuple("Mer.", null, false, sent.reference() + "-3"));
		assertThat(this.inputs.earlier(first.id())).extracting(Inputs.EarlierText::text, Inputs.EarlierText::writtenAt)
			.containsExactly(tuple("Biblioteken.", first.writtenAt()));
		assertThat(this.inputs.of(same.id())).extracting(Input::duplicateOf, Input::theme)
			.containsExactly(tuple(null, "Kultur"));
		assertThat(mailsOf(sent)).containsExactlyInAnyOrder("input-receipt", "input-changed");
		Submission again = this.corrections.change(this.authority.id(), sent.id(), changed.version(),
				person("kim@person.example"), answers(this.period, "Biblioteken och museet.", "Scener igen."));
		assertThat(this.inputs.of(sent.id())).extracting(Input::text, Input::isWithdrawn)
			.containsExactly(tuple("Biblioteken och museet.", false), tuple("Scener igen.", false),
					tuple("Mer.", true));
		assertThat(this.inputs.earlier(this.inputs.of(sent.id()).get(1).id())).extracting(Inputs.EarlierText::text)
			.containsExactly("Scener.");
		assertThat(again.version()).isEqualTo(2);
	}

	@Test
	void twoChangesAtOnceDoNotOverwriteEachOther() throws Exception {
		Submission sent = say(this.period, person("kim@person.example"), "Biblioteken.");
		List<String> outcomes = atOnce(IntStream.range(0, 4).<Callable<String>>mapToObj((i) -> () -> {
			try {
				this.corrections.change(this.authority.id(), sent.id(), sent.version(), person("kim@person.example"),
						answers(this.period, "Ändring " + i));
				return "done";
			}
			catch (InputProblem | OptimisticLockingFailureException ex) {
				return "refused";
			}
		}).toList());
		assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
		assertRefused("changedMeanwhile", () -> this.corrections.change(this.authority.id(), sent.id(), sent.version(),
				person("kim@person.example"), answers(this.period, "Igen")));
	}

	@Test
	void whatIsWithdrawnStaysInTheRecordAndNobodyWorksOnIt() {
		Submission sent = say(this.period, sender("Hembygdsföreningen Ängen", "angen@forening.example"),
				"Biblioteken.");
		Submission same = say(this.period, person("bo@person.example"), "Biblioteken!");
		Input first = this.inputs.of(sent.id()).get(0);
		this.triage.join(this.authority.id(), this.period.id(), this.officer,
				List.of(first.id(), this.inputs.of(same.id()).get(0).id()));
		this.corrections.withdraw(this.authority.id(), sent.id());
		this.corrections.withdraw(this.authority.id(), sent.id());
		assertThat(this.inputs.get(this.authority.id(), first.id()).text()).isEqualTo("Biblioteken.");
		assertThat(received()).extracting(ReceivedItem::text).containsExactly("Biblioteken!");
		assertThat(this.search.rows(this.period.id(), new InputFilter(InputFilter.Show.WITHDRAWN, null, null, null), 1,
				25))
			.hasSize(1);
		assertThat(mailsOf(sent)).containsExactlyInAnyOrder("input-receipt", "input-withdrawn");
		assertRefused("readOnly", () -> this.corrections.change(this.authority.id(), sent.id(), 1,
				person("kim@person.example"), answers(this.period, "Igen")));
	}

	@Test
	void staffWithdrawForSomebodyWhoAsksUntilTheDecision() {
		Submission sent = say(this.period, person("kim@person.example"), "Biblioteken.");
		passLastDay(this.period);
		this.corrections.withdrawOnBehalf(this.authority.id(), sent.id());
		assertThat(received()).isEmpty();
		assertThat(mailsOf(sent)).contains("input-withdrawn");
		Submission other = say(this.period, person("bo@person.example"), "Scener.");
		this.cycle.enter(this.consultation.id(), Phase.ANSWER);
		assertRefused("readOnly", () -> this.corrections.withdrawOnBehalf(this.authority.id(), other.id()));
	}

	@Test
	void afterTheLastDayNothingCanBeChanged() {
		Submission sent = say(this.period, person("kim@person.example"), "Biblioteken.");
		passLastDay(this.period);
		assertRefused("readOnly", () -> this.corrections.withdraw(this.authority.id(), sent.id()));
		assertRefused("readOnly", () -> this.corrections.change(this.authority.id(), sent.id(), sent.version(),
				person("kim@person.example"), answers(this.period, "Igen")));
	}

	@Test
	void naughtyTextIsKeptAsItIs() throws IOException {
		List<String> naughty = this.json.readerForListOf(String.class)
			.<List<String>>readValue(new ClassPathResource("naughty/blns/blns.json").getInputStream())
			.stream()
			.map(PlainText::textOrNull)
			.filter((text) -> text != null)
			.toList();
		for (String text : naughty) {
			say(this.period, person("kim@person.example"), text);
		}
		assertThat(received()).extracting(ReceivedItem::text).containsExactlyElementsOf(naughty);
	}

	@Test
	void theReferralAsksForTheSectionsAndHasNumbersOfItsOwn() {
		InputPeriod referral = this.schedule.plan(this.consultation, Kind.REFERRAL, today(), today().plusDays(20));
		this.progress.open(referral.id());
		Submission sent = this.intake.receive(this.authority.id(), referral.id(), UUID.randomUUID(),
				person("kim@person.example"), Map.of(InputField.OTHER, "Bra förslag."));
		assertThat(sent.reference()).isEqualTo("REM-" + this.year + "-0001");
		assertThat(received()).extracting(ReceivedItem::referral).containsExactly(true);
	}

	@Test
	void givingInputIsAnAnswerToTheInvitation() {
		say(this.period, person("ANGEN@forening.example"), "Biblioteken.");
		assertThat(this.invitees.of(this.consultation.id(), Invitees.Which.WITHOUT_INPUT))
			.extracting((invitee) -> invitee.name())
			.containsExactly("Kulttuuriyhdistys Koivu");
	}

	private Set<InputId> ids(Submission submission) {
		return Set.copyOf(this.inputs.of(submission.id()).stream().map(Input::id).toList());
	}

	private List<String> mailsOf(Submission submission) {
		return this.jdbc.sql("select kind from mail where occasion = :occasion")
			.param("occasion", "input:" + submission.id())
			.query(String.class)
			.list();
	}

	private static void assertRefused(String reason, ThrowingCallable work) {
		assertThatExceptionOfType(InputProblem.class).isThrownBy(work)
			.satisfies((problem) -> assertThat(problem.messageKey()).isEqualTo("input.problem." + reason));
	}

	private static void assertNotFound(ThrowingCallable work) {
		assertThatExceptionOfType(InputProblem.class).isThrownBy(work)
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
	}

}
