package se.kulturlots.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Lots;
import se.kulturlots.core.ReaderTexts;
import se.kulturlots.core.Said;
import se.kulturlots.core.Token;
import se.kulturlots.deadline.SendingWindow;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.journal.Journal;
import se.kulturlots.journal.JournalLine;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/**
 * The mail of the day: on the first working hour after something has happened that the
 * public may read, those who follow it get what is new, one mail a person. A day without
 * news is a day without mail.
 */
@Component
class SubscriptionNews {

	/** Transactions that are writing lines now are let finish. */
	private static final Duration SETTLED = Duration.ofMinutes(5);

	private final Authorities authorities;

	private final Subscribers subscribers;

	private final Consultations consultations;

	private final Journal journal;

	private final SendingWindow window;

	private final PersonalLinks links;

	private final Letters letters;

	private final Outbox outbox;

	private final MessageSource messages;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final AppClock clock;

	SubscriptionNews(Authorities authorities, Subscribers subscribers, Consultations consultations, Journal journal,
			SendingWindow window, PersonalLinks links, Letters letters, Outbox outbox, MessageSource messages,
			JdbcClient jdbc, TransactionTemplate transaction, AppClock clock) {
		this.authorities = authorities;
		this.subscribers = subscribers;
		this.consultations = consultations;
		this.journal = journal;
		this.window = window;
		this.links = links;
		this.letters = letters;
		this.outbox = outbox;
		this.messages = messages;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Puts the mails of the authorities whose hour has come. */
	@Scheduled(fixedDelayString = "${kulturlots.news.every:PT1M}", initialDelayString = "${kulturlots.news.every:PT1M}")
	void send() {
		Instant now = this.clock.instant();
		this.transaction
			.executeWithoutResult((status) -> this.subscribers.forgetUnconfirmed(now.minus(Subscriptions.TO_CONFIRM)));
		this.authorities.findAllById(whoseDayHasEnded(now))
			.forEach((authority) -> this.transaction.executeWithoutResult((status) -> send(authority, now)));
	}

	/** The hour of the others cannot have come. */
	private List<String> whoseDayHasEnded(Instant now) {
		return this.jdbc
			.sql("""
					select a.id from authority a left join subscription_news n on n.authority_id = a.id
					where n.until is null
					   or (n.until at time zone a.zone_id)::date < (cast(:now as timestamptz) at time zone a.zone_id)::date""")
			.param("now", now)
			.query(String.class)
			.list();
	}

	private void send(Authority authority, Instant now) {
		Instant mailed = mailedUntil(authority.id(), now);
		LocalDate day = LocalDate.ofInstant(mailed, authority.zone());
		Instant hour = this.window.next(authority.id(),
				day.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(authority.zone()).toInstant());
		if (now.isBefore(hour)) {
			return;
		}
		Instant until = now.minus(SETTLED);
		Map<CaseId, Consultation> published = this.consultations.published(authority.id())
			.stream()
			.collect(Collectors.toMap(Consultation::id, Function.identity()));
		List<Journal.Entry> lines = this.journal.published(authority.id(), mailed, until)
			.stream()
			.filter((line) -> published.containsKey(line.caseId()))
			.toList();
		if (!lines.isEmpty()) {
			Lots.forEach((after) -> this.subscribers.confirmed(authority.id(), after), Subscriber::id,
					(lot) -> mail(authority, lot, lines, published, now));
		}
		this.jdbc.sql("update subscription_news set until = :until where authority_id = :authority")
			.param("until", until)
			.param("authority", authority.id())
			.update();
	}

	/* locked until the end: of two processes one mails */
	private Instant mailedUntil(String authorityId, Instant now) {
		this.jdbc.sql("""
				insert into subscription_news (authority_id, until) values (:authority, :now)
				on conflict (authority_id) do nothing""").param("authority", authorityId).param("now", now).update();
		return this.jdbc.sql("select until from subscription_news where authority_id = :authority for update")
			.param("authority", authorityId)
			.query((rs, row) -> Columns.instant(rs, 1))
			.single();
	}

	private void mail(Authority authority, List<Subscriber> lot, List<Journal.Entry> lines,
			Map<CaseId, Consultation> published, Instant now) {
		Map<Subscriber, List<Journal.Entry>> news = new LinkedHashMap<>();
		for (Subscriber one : lot) {
			List<Journal.Entry> theirs = lines.stream()
				.filter((line) -> one.follows(line.caseId(), line.at()))
				.toList();
			if (!theirs.isEmpty()) {
				news.put(one, theirs);
			}
		}
		if (news.isEmpty()) {
			return;
		}
		List<Token> tokens = this.links.issueAll(authority.id(), Subscriptions.PURPOSE,
				news.keySet().stream().map(Subscriber::id).toList(), now.plus(Subscriptions.LINK_LIVES));
		String occasion = "news:" + LocalDate.ofInstant(now, authority.zone());
		List<Mail> mails = new ArrayList<>();
		news.forEach((one, theirs) -> mails.add(new Mail(authority.id(), null, occasion, 0, "news", 0, one.email(),
				letter(authority, one, theirs, published, tokens.get(mails.size())).build(), List.of(), null)));
		this.outbox.putAll(mails);
	}

	private static Said titleIn(Consultation consultation, ReaderTexts reader) {
		return consultation.titleIn(reader.locale(), reader.ownLang());
	}

	private LetterDraft letter(Authority authority, Subscriber one, List<Journal.Entry> lines,
			Map<CaseId, Consultation> published, Token token) {
		ReaderTexts texts = new ReaderTexts(this.messages, one.locale(), authority.zone(),
				authority.ownLang(one.locale()));
		Map<Consultation, List<Journal.Entry>> byCase = new LinkedHashMap<>();
		lines.forEach(
				(line) -> byCase
					.computeIfAbsent(Optional.ofNullable(published.get(line.caseId())).orElseThrow(),
							(key) -> new ArrayList<>())
					.add(line));
		LetterDraft letter = this.letters.of(authority, one.locale());
		if (byCase.size() == 1) {
			letter.subject("subscription.mail.news.subjectOne", titleIn(byCase.keySet().iterator().next(), texts));
		}
		else {
			letter.subject("subscription.mail.news.subject", authority.name());
		}
		letter.paragraph("subscription.mail.news.intro");
		byCase.forEach((consultation, theirs) -> letter.writtenHeading(titleIn(consultation, texts))
			.items(theirs.stream().map((line) -> letter.line(JournalLine.sentence(line, texts))).toList())
			.link(texts.t("subscription.mail.news.read", titleIn(consultation, texts).text()), consultation.path()));
		String path = Subscriptions.path(token.value());
		return letter.paragraph("subscription.mail.news.why")
			.ourLink("subscription.mail.news.change", path)
			.unsubscribe(path + "/one-click");
	}

}
