package se.kulturlots.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authority;
import se.kulturlots.cases.CaseKinds.CaseLink;
import se.kulturlots.cases.Words;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.core.Said;
import se.kulturlots.core.Token;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;
import se.kulturlots.meeting.MeetingHost.Question;

/** What the mails about meetings say. */
@Component
class MeetingLetters {

	private final Letters letters;

	MeetingLetters(Letters letters) {
		this.letters = letters;
	}

	Letter registered(About about, Registration registration, Token link) {
		LetterDraft letter = start(about, registration.locale(), "registered");
		whenAndWhere(letter, about, registration.locale(), true);
		letter.fact("meeting.mail.reference", registration.reference())
			.written(about.texts(registration.locale()).practical());
		preparation(letter, about, registration.locale());
		topic(letter, registration);
		return first(letter.paragraph("meeting.mail.calendar"), link);
	}

	private static void topic(LetterDraft letter, Registration registration) {
		if (registration.topic() != null) {
			letter.paragraph("meeting.mail.topic");
		}
	}

	private static void preparation(LetterDraft letter, About about, Locale locale) {
		if (about.meeting().preparationSentAt() != null && about.meeting().preparation() != null) {
			letter.heading("meeting.mail.preparation.heading").written(about.texts(locale).preparation());
		}
	}

	Letter waiting(About about, Registration registration, Token link) {
		LetterDraft letter = start(about, registration.locale(), "waiting");
		whenAndWhere(letter, about, registration.locale(), false);
		letter.fact("meeting.mail.reference", registration.reference());
		topic(letter, registration);
		return first(letter, link);
	}

	Letter seatOffered(About about, Registration registration, @Nullable Token link) {
		LetterDraft letter = start(about, registration.locale(), "seat");
		whenAndWhere(letter, about, registration.locale(), true);
		letter.fact("meeting.mail.reference", registration.reference())
			.written(about.texts(registration.locale()).practical());
		preparation(letter, about, registration.locale());
		return personal(letter.paragraph("meeting.mail.calendar"), about, link);
	}

	Letter alreadyRegistered(About about, Registration registration, Token link) {
		boolean seat = registration.status() == Registration.Status.REGISTERED;
		LetterDraft letter = start(about, registration.locale(), seat ? "already" : "alreadyWaiting");
		whenAndWhere(letter, about, registration.locale(), seat);
		letter.fact("meeting.mail.reference", registration.reference());
		return personal(letter, about, link);
	}

	Letter withdrawn(About about, Registration registration) {
		LetterDraft letter = start(about, registration.locale(), "withdrawn");
		whenAndWhere(letter, about, registration.locale(), false);
		return letter.button("meeting.mail.page", about.path()).build();
	}

	Letter preparation(About about, Registration registration, @Nullable Token link) {
		LetterDraft letter = start(about, registration.locale(), "preparation");
		letter.written(about.texts(registration.locale()).preparation());
		whenAndWhere(letter, about, registration.locale(), true);
		return personal(letter, about, link);
	}

	Letter reminder(About about, Registration registration, @Nullable Token link) {
		LetterDraft letter = start(about, registration.locale(), "reminder");
		whenAndWhere(letter, about, registration.locale(), true);
		letter.written(about.texts(registration.locale()).practical());
		preparation(letter, about, registration.locale());
		return personal(letter, about, link);
	}

	Letter moved(About about, Registration registration, @Nullable Token link) {
		boolean seat = registration.status() == Registration.Status.REGISTERED;
		LetterDraft letter = start(about, registration.locale(), "moved");
		whenAndWhere(letter, about, registration.locale(), seat);
		letter.paragraph(seat ? "meeting.mail.moved.seat" : "meeting.mail.moved.waiting");
		return personal(letter, about, link);
	}

	Letter textsChanged(About about, Registration registration, @Nullable Token link) {
		LetterDraft letter = start(about, registration.locale(), "texts");
		MeetingSaid texts = about.texts(registration.locale());
		letter.written(texts.theme()).written(texts.practical());
		whenAndWhere(letter, about, registration.locale(), registration.status() == Registration.Status.REGISTERED);
		return personal(letter, about, link);
	}

	Letter cancelled(About about, Registration registration, @Nullable String reason) {
		LetterDraft letter = start(about, registration.locale(), "cancelled");
		whenAndWhere(letter, about, registration.locale(), false);
		if (reason != null) {
			letter.heading("meeting.mail.cancelled.reason").written(reason);
		}
		return letter.button("meeting.mail.consultation", about.of().publicPath()).build();
	}

	/**
	 * What came out of the meeting.
	 * @param words what is written of its case besides its own texts
	 */
	Letter notes(About about, Registration registration, List<MeetingNotes.Note> notes, Words words) {
		Meeting meeting = about.meeting();
		LetterDraft letter = start(about, registration.locale(), "notes");
		letter.heading("meeting.notes.summary").written(meeting.summary());
		String question = null;
		for (MeetingNotes.Note note : notes) {
			Question asked = note.question();
			String heading = (asked != null) ? asked.text() : "";
			if (!heading.equals(question)) {
				if (asked == null) {
					letter.heading("meeting.notes.other");
				}
				else {
					letter.heading("meeting.notes.question", asked.position(), words.say(Part.QUESTION,
							asked.position(), registration.locale(), heading, letter.ownLang()));
				}
				question = heading;
			}
			letter.written((note.groupName() != null) ? note.groupName() + ":\n" + note.text() : note.text());
		}
		if (meeting.followUp() != null) {
			letter.heading("meeting.notes.followUp").written(meeting.followUp());
		}
		return letter.paragraph("meeting.mail.notes.next").button("meeting.mail.page", about.path()).build();
	}

	/** To somebody invited who has registered for nothing yet. */
	Letter unregistered(About about, Locale locale, LocalDate lastDay, List<Meeting> open) {
		LetterDraft letter = this.letters.of(about.authority(), locale)
			.subject("meeting.mail.unregistered.subject", about.ofTitle(locale))
			.paragraph("meeting.mail.unregistered.intro", about.ofTitle(locale), lastDay);
		for (Meeting meeting : open) {
			letter.link(
					letter.line(meeting.textsIn(locale, about.authority().ownLang(locale)).title(),
							", " + MeetingTime.text(meeting, about.authority().zone(), locale)),
					MeetingPath.of(about.of().publicPath(), meeting));
		}
		return letter.paragraph("meeting.mail.unregistered.how").build();
	}

	private LetterDraft start(About about, Locale locale, String kind) {
		String key = "meeting.mail." + kind;
		return this.letters.of(about.authority(), locale)
			.subject(key + ".subject", about.texts(locale).title())
			.paragraph(key + ".intro", about.texts(locale).title(), about.ofTitle(locale));
	}

	/* where it is on line is for those with a seat alone */
	private static void whenAndWhere(LetterDraft letter, About about, Locale locale, boolean seat) {
		Meeting meeting = about.meeting();
		letter.fact("meeting.mail.when", about.when(locale));
		letter.fact("meeting.mail.place", meeting.place());
		if (seat) {
			letter.fact("meeting.mail.link", meeting.onlineLink());
		}
	}

	/* to somebody who may know nothing of it */
	private static Letter first(LetterDraft letter, Token link) {
		return change(letter, link).paragraph("meeting.mail.notYou").build();
	}

	/* without a link where it is not a mail */
	private static Letter personal(LetterDraft letter, About about, @Nullable Token link) {
		return ((link != null) ? change(letter, link) : letter.button("meeting.mail.page", about.path())).build();
	}

	private static LetterDraft change(LetterDraft letter, Token link) {
		return letter.button("meeting.mail.change", "/my/registration/" + link.value())
			.paragraph("meeting.mail.personal");
	}

	/**
	 * What a letter is about.
	 *
	 * @param of its case
	 * @param authority whose it is
	 */
	record About(Meeting meeting, CaseLink of, Authority authority) {

		MeetingSaid texts(Locale locale) {
			return this.meeting.textsIn(locale, this.authority.ownLang(locale));
		}

		Said ofTitle(Locale locale) {
			return this.of.titleIn(locale, this.authority.ownLang(locale));
		}

		String path() {
			return MeetingPath.of(this.of.publicPath(), this.meeting);
		}

		String when(Locale locale) {
			return MeetingTime.text(this.meeting, this.authority.zone(), locale);
		}

	}

}
