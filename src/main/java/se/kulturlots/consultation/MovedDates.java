package se.kulturlots.consultation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.cases.Concerned;
import se.kulturlots.consultation.ConcernedMails.Occasion;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Said;
import se.kulturlots.deadline.DateMoves;
import se.kulturlots.deadline.Deadline;
import se.kulturlots.deadline.DeadlineMoved;
import se.kulturlots.journal.Journal;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;

/** Moves dates of a consultation and tells those whom somebody has chosen, each once. */
@Component
public class MovedDates {

	private final DateMoves moves;

	private final Consultations consultations;

	private final Authorities authorities;

	private final Letters letters;

	private final ConcernedMails mails;

	private final Journal journal;

	MovedDates(DateMoves moves, Consultations consultations, Authorities authorities, Letters letters,
			ConcernedMails mails, Journal journal) {
		this.moves = moves;
		this.consultations = consultations;
		this.authorities = authorities;
		this.letters = letters;
		this.mails = mails;
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
		List<DeadlineMoved> all = DateMoves.once(this.moves.during(move))
			.stream()
			.filter((each) -> each.now().kind() instanceof CycleDeadline)
			.toList();
		all.forEach((each) -> this.journal.note(authorityId, id, "journal.consultation.moved." + each.now().kind(),
				String.valueOf(each.before().lastDay()), String.valueOf(each.now().lastDay())));
		List<DeadlineMoved> moved = all.stream().filter(MovedDates::isToldOf).toList();
		Consultation consultation = this.consultations.get(authorityId, id);
		if (!moved.isEmpty() && consultation.publishedAt() != null) {
			this.journal.note(authorityId, id, "journal.consultation.movedTold", tell(consultation, moved, told));
		}
	}

	/* the inventory is for staff; a date that others follow is told as theirs */
	private static boolean isToldOf(DeadlineMoved moved) {
		return !moved.followed() && moved.now().kind() != CycleDeadline.INVENTORY;
	}

	private int tell(Consultation consultation, List<DeadlineMoved> moved, Collection<String> told) {
		Authority authority = this.authorities.get(consultation.authorityId());
		Deadline first = moved.get(0).now();
		return this.mails.put(consultation, new Occasion("moved:" + first.id(), first.version(), Concerned.MOVED), told,
				(locale) -> letter(consultation, authority, moved, locale));
	}

	private Letter letter(Consultation consultation, Authority authority, List<DeadlineMoved> moved, Locale locale) {
		Said title = consultation.titleIn(locale, authority.ownLang(locale));
		LetterDraft letter = this.letters.of(authority, locale)
			.subject("consultation.mail.moved.subject", title)
			.paragraph("consultation.mail.moved.intro", title);
		moved.forEach((each) -> letter.paragraph("consultation.mail.moved." + each.now().kind(),
				Objects.requireNonNull(each.now().lastDay()), Objects.requireNonNull(each.before().lastDay())));
		if (moved.stream().anyMatch(DeadlineMoved::shortens)) {
			letter.paragraph("consultation.mail.moved.shorter");
		}
		return letter.paragraph("consultation.mail.moved.why")
			.button("consultation.mail.openPage", consultation.path())
			.build();
	}

}
