package se.kulturlots.consultation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import se.kulturlots.cases.Concerned;
import se.kulturlots.cases.Concerned.Recipient;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;
import se.kulturlots.mail.Unreached;
import se.kulturlots.register.RefusedAddresses;

/**
 * Tells those whom a change concerns, as far as they are chosen, each once; nobody who
 * has asked not to be written to.
 */
@Component
class ConcernedMails {

	private final List<Concerned> concerned;

	private final Outbox outbox;

	private final RefusedAddresses refused;

	ConcernedMails(List<Concerned> concerned, Outbox outbox, RefusedAddresses refused) {
		this.concerned = concerned;
		this.outbox = outbox;
		this.refused = refused;
	}

	/**
	 * Puts the mails, which go at once.
	 * @param told the names of those to tell
	 * @param letter the letter in a language
	 * @return how many have been put
	 */
	int put(Consultation consultation, Occasion occasion, Collection<String> told, Function<Locale, Letter> letter) {
		Map<Locale, Letter> letters = new HashMap<>();
		AtomicInteger mails = new AtomicInteger();
		this.concerned.stream()
			.filter((each) -> told.contains(each.name()) && !each.toldAnyway())
			.forEach((each) -> each.forEachLot(consultation.id(), (lot) -> mails
				.addAndGet(put(consultation, occasion, lot, (locale) -> letters.computeIfAbsent(locale, letter)))));
		return mails.get();
	}

	private int put(Consultation consultation, Occasion occasion, List<Recipient> lot,
			Function<Locale, Letter> letter) {
		String authorityId = consultation.authorityId();
		List<Recipient> reachable = lot.stream().filter((each) -> each.address() != null).toList();
		List<Unreached> unreached = lot.stream()
			.filter((each) -> each.address() == null)
			.flatMap((each) -> Stream.ofNullable(each.organisation())
				.map((organisation) -> new Unreached(authorityId, consultation.id(), occasion.name(),
						occasion.version(), occasion.kind(), organisation, letter.apply(each.locale()))))
			.toList();
		this.outbox.cannotReach(unreached);
		this.outbox.cannotReach(occasion.kind(), lot.size() - reachable.size() - unreached.size());
		List<EmailAddress> persons = reachable.stream()
			.filter((each) -> each.organisation() == null)
			.map((each) -> Objects.requireNonNull(each.address()))
			.toList();
		Set<String> leftOut = new HashSet<>(
				this.outbox.addressed(authorityId, occasion.name(), occasion.version(), persons));
		leftOut.addAll(this.refused.among(authorityId, persons.stream().map(EmailAddress::key).toList()));
		return this.outbox.putAll(reachable.stream().flatMap((each) -> {
			EmailAddress address = Objects.requireNonNull(each.address());
			if (each.organisation() == null && leftOut.contains(address.key())) {
				return Stream.empty();
			}
			Mail mail = new Mail(authorityId, consultation.id(), occasion.name(), occasion.version(), occasion.kind(),
					0, address, letter.apply(each.locale()), List.of(), null);
			return Stream.of((each.organisation() != null) ? mail.to(each.organisation()) : mail);
		}).toList());
	}

	/**
	 * What they are told of.
	 *
	 * @param name what it is about
	 * @param version which time
	 * @param kind what sort of mail
	 */
	record Occasion(String name, int version, String kind) {
	}

}
