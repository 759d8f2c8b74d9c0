package se.kulturlots.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.Afterwards;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Later;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.identity.PersonalLinks.PersonalLink;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/**
 * Follows consultations by mail. Nothing is mailed to an address but a question, until
 * whoever reads it has said yes to it there.
 */
@Component
public class Subscriptions implements Later {

	/** What the links in the mails are for. */
	static final String PURPOSE = "subscription";

	/** How long a question to confirm holds; then what was asked for is forgotten. */
	static final Duration TO_CONFIRM = Duration.ofDays(7);

	/** How long the link of a mail with news holds. */
	static final Duration LINK_LIVES = Duration.ofDays(365);

	/** An address gets one question in that time, however often somebody asks. */
	private static final Duration BETWEEN_MAILS = Duration.ofMinutes(10);

	private final Subscribers subscribers;

	private final Consultations consultations;

	private final PersonalLinks links;

	private final Letters letters;

	private final Outbox outbox;

	private final Afterwards afterwards;

	private final AppClock clock;

	Subscriptions(Subscribers subscribers, Consultations consultations, PersonalLinks links, Letters letters,
			Outbox outbox, Afterwards afterwards, AppClock clock) {
		this.subscribers = subscribers;
		this.consultations = consultations;
		this.links = links;
		this.letters = letters;
		this.outbox = outbox;
		this.afterwards = afterwards;
		this.clock = clock;
	}

	/**
	 * Asks an address whether it wants news. Whoever asks is told the same whether it has
	 * them already or not, as soon: it is looked up afterwards.
	 * @param slug the last part of the consultation's address, or null for all
	 * @param language the language of the mails
	 * @throws SubscriptionProblem if there is no such consultation to follow
	 */
	@Transactional
	public void ask(String authorityId, @Nullable String slug, EmailAddress address, Locale language) {
		Map<String, String> asked = new HashMap<>(
				Map.of("authority", authorityId, "address", address.value(), "language", language.getLanguage()));
		if (slug != null) {
			Consultation about = this.consultations.open(authorityId)
				.stream()
				.filter((open) -> open.slug().equals(slug))
				.findFirst()
				.orElseThrow(SubscriptionProblem::unknownConsultation);
			asked.put("consultation", about.id().toString());
		}
		this.afterwards.add(PURPOSE, asked);
	}

	@Override
	public String kind() {
		return PURPOSE;
	}

	@Override
	@Transactional
	public void run(Map<String, String> asked) {
		Instant now = this.clock.instant();
		String consultation = asked.get("consultation");
		EmailAddress address = new EmailAddress(Objects.requireNonNull(asked.get("address")));
		SubscriberId id = this.subscribers.put(Objects.requireNonNull(asked.get("authority")), address,
				Locale.forLanguageTag(asked.get("language")),
				(consultation != null) ? new CaseId(UUID.fromString(consultation)) : null, now);
		Subscriber subscriber = this.subscribers.find(id).orElseThrow();
		int lot = Math.toIntExact(now.getEpochSecond() / BETWEEN_MAILS.toSeconds());
		this.outbox.put(new Mail(subscriber.authorityId(), null, "subscription:" + id, lot, "news-confirm", 0, address,
				question(subscriber, now).build(), List.of(), null));
	}

	private LetterDraft question(Subscriber subscriber, Instant now) {
		String path = path(
				this.links.issue(subscriber.authorityId(), PURPOSE, subscriber.id(), now.plus(TO_CONFIRM)).value());
		LetterDraft letter = this.letters.of(subscriber.authorityId(), subscriber.locale());
		if (subscriber.unconfirmed().isEmpty()) {
			return letter.subject("subscription.mail.already.subject")
				.paragraph("subscription.mail.already.text")
				.button("subscription.mail.already.button", path)
				.paragraph("subscription.mail.notYou");
		}
		return letter.subject("subscription.mail.confirm.subject")
			.paragraph("subscription.mail.confirm.text")
			.button("subscription.mail.confirm.button", path)
			.paragraph("subscription.mail.confirm.expires", now.plus(TO_CONFIRM))
			.paragraph("subscription.mail.notYou");
	}

	static String path(String token) {
		return "/my/news/" + token;
	}

	/** Whoever follows something with an address. */
	public Optional<Subscriber> of(String authorityId, EmailAddress address) {
		return this.subscribers.find(authorityId, address);
	}

	/**
	 * A new way to somebody's own page.
	 * @return the path behind a personal link
	 */
	public String open(Subscriber subscriber) {
		return path(this.links
			.issue(subscriber.authorityId(), PURPOSE, subscriber.id(), this.clock.instant().plus(TO_CONFIRM))
			.value());
	}

	/**
	 * Who has come by a link.
	 * @param token the token as it stands in the address
	 * @return the authority, and the subscriber if something is followed still
	 * @throws se.kulturlots.identity.IdentityProblem if there is no such link, or it has
	 * ended
	 */
	public Visit visit(String token) {
		PersonalLink link = this.links.resolve(PURPOSE, token);
		return new Visit(link.authorityId(), this.subscribers.find(new SubscriberId(link.subjectId().value())));
	}

	/** Says yes to all that was asked for. */
	@Transactional
	public Visit confirm(String token) {
		PersonalLink link = this.links.resolve(PURPOSE, token);
		this.subscribers.confirm(new SubscriberId(link.subjectId().value()), this.clock.instant());
		return visit(token);
	}

	/**
	 * Ends one of the subscriptions, or does nothing if it has been ended.
	 * @param subscription its id; that of somebody else is left alone
	 */
	@Transactional
	public Visit end(String token, SubscriptionId subscription) {
		PersonalLink link = this.links.resolve(PURPOSE, token);
		this.subscribers.end(new SubscriberId(link.subjectId().value()), subscription);
		return visit(token);
	}

	/** Ends all of them, and forgets the address. */
	@Transactional
	public Visit endAll(String token) {
		PersonalLink link = this.links.resolve(PURPOSE, token);
		this.subscribers.endAll(new SubscriberId(link.subjectId().value()));
		return visit(token);
	}

	/**
	 * Who has come.
	 *
	 * @param authorityId whose link it was
	 * @param subscriber who it is, or nothing if nothing is followed any longer
	 */
	public record Visit(String authorityId, Optional<Subscriber> subscriber) {
	}

}
