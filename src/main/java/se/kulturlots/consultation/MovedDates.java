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
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.cases.Concerned;
import se.kulturlots.cases.Concerned.Recipient;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.deadline.DateMoves;
import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.DeadlineMoved;
import se.kulturlots.journal.Journal;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/** Moves dates of a consultation and tells those whom somebody has chosen, each once. */
@Component
public class MovedDates {

	private final DateMoves moves;

	private final Consultations consultations;

	private final List<Concerned> concerned;

	private final Authorities authorities;

	private final Letters letters;

	private final Outbox outbox;

	private final Journal journal;

	MovedDates(DateMoves moves, Consultations consultations, List<Concerned> concerned, Authorities authorities,
			Letters letters, Outbox outbox, Journal journal) {
		this.moves = moves;
		this.consultations = consultations;
		this.concerned = concerned;
		this.authorities = authorities;
		this.letters = letters;
		this.outbox = outbox;
		this.journal = journal;
	}

	/**
	 * Moves dates, writes in the journal how they were, and puts the mails to those who
	 * are to be told, which go at once.
	 * @param authorityId whose consultation
	 * @param move what moves them
	 * @param told the names of the {@link Concerned} to tell; there is nothing to tell of
	 * dates that are for staff only
	 */
	@Transactional
	public void move(String authorityId, CaseId id, Runnable move, Collection<String> told) {
		List<DeadlineMoved> moved = ofPeople(this.moves.during(move));
		if (moved.isEmpty()) {
			return;
		}
		moved.forEach((each) -> this.journal.note(authorityId, id, "journal.consultation.moved." + each.now().kind(),
				String.valueOf(each.before().lastDay()), String.valueOf(each.now().lastDay())));
		Consultation consultation = this.consultations.get(authorityId, id);
		if (consultation.publishedAt() != null) {
			this.journal.note(authorityId, id, "journal.consultation.movedTold", tell(consultation, moved, told));
		}
	}

	/* a period's date that follows the cycle's is the same date */
	private static List<DeadlineMoved> ofPeople(List<DeadlineMoved> moved) {
		Set<String> seen = new HashSet<>();
		return moved.stream()
			.filter((each) -> each.now().kind() instanceof CycleDeadline kind && kind != CycleDeadline.INVENTORY)
			.filter((each) -> seen.add(each.now().kind() + " " + each.now().lastDay()))
			.toList();
	}

	private int tell(Consultation consultation, List<DeadlineMoved> moved, Collection<String> told) {
		Telling telling = new Telling(consultation, this.authorities.get(consultation.authorityId()), moved,
				new HashMap<>());
		AtomicInteger mails = new AtomicInteger();
		this.concerned.stream()
			.filter((each) -> told.contains(each.name()) && !each.toldAnyway())
			.forEach((each) -> each.forEachLot(consultation.id(), (lot) -> mails.addAndGet(put(telling, lot))));
		return mails.get();
	}

	private int put(Telling telling, List<Recipient> lot) {
		List<Recipient> reachable = lot.stream().filter((each) -> each.address() != null).toList();
		this.outbox.cannotReach(Concerned.MOVED, lot.size() - reachable.size());
		Deadline first = telling.moved().get(0).now();
		String occasion = "moved:" + first.id();
		Set<String> told = this.outbox.addressed(telling.authority().id(), occasion, first.version(),
				reachable.stream()
					.filter((each) -> each.organisation() == null)
					.map((each) -> Objects.requireNonNull(each.address()))
					.toList());
		return this.outbox.putAll(reachable.stream().flatMap((each) -> {
			EmailAddress address = Objects.requireNonNull(each.address());
			if (each.organisation() == null && told.contains(address.key())) {
				return Stream.empty();
			}
			Mail mail = new Mail(telling.authority().id(), telling.consultation().id(), occasion, first.version(),
					Concerned.MOVED, 0, address,
					telling.letters().computeIfAbsent(each.locale(), (locale) -> letter(telling, locale)), List.of(),
					null);
			return Stream.of((each.organisation() != null) ? mail.to(each.organisation()) : mail);
		}).toList());
	}

	private Letter letter(Telling telling, Locale locale) {
		Consultation consultation = telling.consultation();
		LetterDraft letter = this.letters.of(telling.authority(), locale)
			.subject("consultation.mail.moved.subject", consultation.title())
			.paragraph("consultation.mail.moved.intro", consultation.title());
		telling.moved()
			.forEach((each) -> letter.paragraph("consultation.mail.moved." + each.now().kind(),
					Objects.requireNonNull(each.now().lastDay()), Objects.requireNonNull(each.before().lastDay())));
		if (telling.moved().stream().anyMatch((each) -> each.shortens() && each.now().kind().notice() > 0)) {
			letter.paragraph("consultation.mail.moved.shorter");
		}
		return letter.paragraph("consultation.mail.moved.why")
			.button("consultation.mail.openPage", consultation.path())
			.build();
	}

	/**
	 * What all who are told have in common.
	 *
	 * @param moved the dates, each once
	 * @param letters by language, as they are written
	 */
	private record Telling(Consultation consultation, Authority authority, List<DeadlineMoved> moved,
			Map<Locale, Letter> letters) {
	}

}
