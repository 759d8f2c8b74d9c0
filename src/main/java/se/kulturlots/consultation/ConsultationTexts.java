package se.kulturlots.consultation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.cases.TextChanges;
import se.kulturlots.cases.TextChanges.Kept;
import se.kulturlots.cases.TextChanges.TextChange;
import se.kulturlots.cases.Words;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.consultation.ConcernedMails.Occasion;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.ReaderTexts;
import se.kulturlots.core.Said;
import se.kulturlots.journal.Journal;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.LetterDraft;
import se.kulturlots.mail.Letters;

/**
 * The texts of a consultation that can be changed once they can be read: what it is
 * about, its background, the words of its questions. How they were is kept.
 */
@Component
public class ConsultationTexts {

	/** What the lines of the journal begin with that tell the public of a change. */
	public static final String CHANGED = "journal.consultation.changed.";

	private static final String KIND = "texts-changed";

	private final Consultations consultations;

	private final Questions questions;

	private final TextChanges changes;

	private final Authorities authorities;

	private final Letters letters;

	private final ConcernedMails mails;

	private final MessageSource messages;

	private final Journal journal;

	private final JdbcClient jdbc;

	ConsultationTexts(Consultations consultations, Questions questions, TextChanges changes, Authorities authorities,
			Letters letters, ConcernedMails mails, MessageSource messages, Journal journal, JdbcClient jdbc) {
		this.consultations = consultations;
		this.questions = questions;
		this.changes = changes;
		this.authorities = authorities;
		this.letters = letters;
		this.mails = mails;
		this.messages = messages;
		this.journal = journal;
		this.jdbc = jdbc;
	}

	/** The texts as they are. */
	public Texts of(Consultation consultation) {
		return new Texts(consultation.subject(), consultation.background(),
				this.questions.of(consultation.id()).stream().map(Question::text).toList());
	}

	/** How they were, the last change first. */
	public List<Kept> changes(Consultation consultation) {
		return this.changes.of(consultation.authorityId(), consultation.id());
	}

	/**
	 * Changes the texts. Once they can be read, the public is told which, and those who
	 * are chosen by mail.
	 * @param seen the {@link Texts#mark() mark} of the texts that were changed
	 * @param wanted the texts, with as many questions as there are
	 * @param told the names of those to tell
	 * @throws ConsultationProblem if somebody else has changed them meanwhile, or the
	 * consultation has ended
	 */
	@Transactional
	public void change(String authorityId, CaseId id, String seen, Texts wanted, Collection<String> told) {
		this.jdbc.sql("select id from consultation where id = :id for update").param("id", id).query().singleRow();
		Consultation consultation = this.consultations.get(authorityId, id);
		Texts before = of(consultation);
		if (wanted.equals(before)) {
			return;
		}
		if (!before.mark().equals(seen) || wanted.questions().size() != before.questions().size()) {
			throw ConsultationProblem.textsChangedMeanwhile();
		}
		consultation.describe(wanted.subject(), wanted.background());
		Consultation changed = this.consultations.save(consultation);
		this.questions.reword(id, wanted.questions());
		List<TextChange> changes = before.to(wanted);
		boolean known = consultation.publishedAt() != null;
		changes.forEach((each) -> {
			if (known) {
				this.journal.publish(authorityId, id, CHANGED + each.part(), each.place());
			}
			else {
				this.journal.note(authorityId, id, CHANGED + each.part(), each.place());
			}
		});
		if (known) {
			this.changes.keep(authorityId, id, id, changes);
			if (!told.isEmpty()) {
				tell(changed, changes, told);
			}
		}
	}

	private void tell(Consultation consultation, List<TextChange> changes, Collection<String> told) {
		Authority authority = this.authorities.get(consultation.authorityId());
		Occasion occasion = new Occasion("texts:" + consultation.id(), Objects.requireNonNull(consultation.version()),
				KIND);
		int mails = this.mails.put(consultation, occasion, told,
				(locale) -> letter(consultation, authority, changes, locale));
		this.journal.note(authority.id(), consultation.id(), "journal.consultation.changedTold", mails);
	}

	private Letter letter(Consultation consultation, Authority authority, List<TextChange> changes, Locale locale) {
		ReaderTexts texts = new ReaderTexts(this.messages, locale, authority.zone(), authority.ownLang(locale));
		Said title = consultation.titleIn(locale, authority.ownLang(locale));
		LetterDraft letter = this.letters.of(authority, locale);
		return letter.subject("consultation.mail.changed.subject", title)
			.paragraph("consultation.mail.changed.intro", title)
			.items(changes.stream()
				.map((each) -> letter.line(texts.t("consultation.changed." + each.part(), each.place())))
				.toList())
			.paragraph("consultation.mail.moved.why")
			.button("consultation.mail.openPage", consultation.path())
			.build();
	}

	/**
	 * The texts that can be changed.
	 *
	 * @param subject what it is about
	 * @param background what it builds on, or null
	 * @param questions in their order
	 */
	public record Texts(String subject, @Nullable String background, List<String> questions) {

		/** What tells these texts from others. */
		public String mark() {
			return Objects.toString(
					Words.mark(this.subject + "\n\n" + this.background + "\n\n" + String.join("\n", this.questions)));
		}

		List<TextChange> to(Texts now) {
			List<TextChange> changes = new ArrayList<>();
			add(changes, Part.SUBJECT, 0, this.subject, now.subject);
			add(changes, Part.BACKGROUND, 0, this.background, now.background);
			for (int i = 0; i < this.questions.size(); i++) {
				add(changes, Part.QUESTION, i + 1, this.questions.get(i), now.questions.get(i));
			}
			return changes;
		}

		private static void add(List<TextChange> changes, Part part, int place, @Nullable String before,
				@Nullable String after) {
			if (!Objects.equals(before, after)) {
				changes.add(new TextChange(part.name(), place, Objects.requireNonNullElse(before, ""),
						Objects.requireNonNullElse(after, "")));
			}
		}

	}

}
