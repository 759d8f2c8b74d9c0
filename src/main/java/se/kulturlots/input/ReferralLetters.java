package se.kulturlots.input;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.cases.Words;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Lots;
import se.kulturlots.core.Said;
import se.kulturlots.journal.Journal;

/** The letters that go with drafts, and whom they go to besides the invited. */
@Component
public class ReferralLetters {

	private final JdbcClient jdbc;

	private final Journal journal;

	ReferralLetters(JdbcClient jdbc, Journal journal) {
		this.jdbc = jdbc;
		this.journal = journal;
	}

	/**
	 * The letter of a consultation.
	 * @return the usual one if nobody has written another
	 */
	public ReferralLetter of(CaseId consultationId) {
		return this.jdbc
			.sql("select version, subject, body, to_senders from referral_letter where consultation_id = :id")
			.param("id", consultationId)
			.query((rs, row) -> new ReferralLetter(rs.getInt(1), rs.getString(2), rs.getString(3), rs.getBoolean(4),
					bodies(consultationId)))
			.optional()
			.orElse(ReferralLetter.USUAL);
	}

	private List<ReferralBody> bodies(CaseId consultationId) {
		return this.jdbc.sql("select name, email from referral_recipient where consultation_id = :id order by position")
			.param("id", consultationId)
			.query((rs, row) -> new ReferralBody(rs.getString(1), new EmailAddress(rs.getString(2))))
			.list();
	}

	/** Whether the draft has gone out, and is not about to go out once more. */
	public boolean isSent(CaseId consultationId) {
		return this.jdbc.sql("""
				select coalesce(bool_or(opened_at is not null) and not bool_or(status = 'PLANNED'), false)
				from input_period where consultation_id = :id and kind = 'REFERRAL'""")
			.param("id", consultationId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * The letters that somebody is to get because they were added by hand.
	 * @return the title of each consultation, and the body as it was typed
	 */
	public List<Added> added(String authorityId, EmailAddress address) {
		return this.jdbc.sql("""
				select l.consultation_id, c.title, c.opened_at, r.name, r.email,
				""" + Words.READ + "c.id and w.part = 'TITLE'" + Words.AS_OTHER_WORDS + """

				from referral_recipient r join referral_letter l on l.consultation_id = r.consultation_id
				join cases c on c.id = l.consultation_id
				where l.authority_id = :authority and lower(r.email) = :address order by c.opened_at desc""")
			.param("authority", authorityId)
			.param("address", address.key())
			.query((rs, row) -> new Added(Columns.id(rs, 1, CaseId::new), rs.getString(2),
					Words.parse(rs.getString("other_words")), Columns.instant(rs, 3),
					new ReferralBody(rs.getString(4), new EmailAddress(rs.getString(5)))))
			.list();
	}

	/**
	 * Writes the letter and who gets it.
	 * @param letter with the version that was seen
	 * @throws InputProblem if only its subject or only its text is written, somebody has
	 * changed it meanwhile, the draft has gone out, or the case has ended
	 */
	@Transactional
	public void write(Consultation consultation, ReferralLetter letter) {
		if (consultation.status() != Consultation.Status.OPEN) {
			throw InputProblem.ended();
		}
		if (isSent(consultation.id())) {
			throw InputProblem.referralSent();
		}
		if (letter.subject().isBlank() != letter.body().isBlank()) {
			throw InputProblem.halfALetter().at(letter.subject().isBlank() ? "subject" : "body");
		}
		int written = this.jdbc.sql("""
				insert into referral_letter (consultation_id, version, authority_id, subject, body, to_senders)
				select :id, 1, :authority, :subject, :body, :senders
				where :version = 0
				on conflict (consultation_id) do nothing""")
			.param("id", consultation.id())
			.param("authority", consultation.authorityId())
			.param("subject", letter.subject())
			.param("body", letter.body())
			.param("senders", letter.toSenders())
			.param("version", letter.version())
			.update();
		if (written == 0) {
			written = this.jdbc.sql("""
					update referral_letter set version = version + 1, subject = :subject, body = :body,
						to_senders = :senders
					where consultation_id = :id and version = :version""")
				.param("id", consultation.id())
				.param("subject", letter.subject())
				.param("body", letter.body())
				.param("senders", letter.toSenders())
				.param("version", letter.version())
				.update();
		}
		if (written == 0) {
			throw InputProblem.changedMeanwhile().at("body");
		}
		putBodies(consultation.id(), letter.bodies());
		this.journal.note(consultation.authorityId(), consultation.id(), "journal.input.referralWritten",
				letter.bodies().size());
	}

	private void putBodies(CaseId consultationId, List<ReferralBody> bodies) {
		this.jdbc.sql("delete from referral_recipient where consultation_id = :id")
			.param("id", consultationId)
			.update();
		this.jdbc.sql("""
				insert into referral_recipient (consultation_id, position, name, email)
				select :id, b.position, b.name, b.email
				from unnest(cast(:positions as integer[]), cast(:names as text[]), cast(:emails as text[]))
					b (position, name, email)""")
			.param("id", consultationId)
			.param("positions", IntStream.range(0, bodies.size()).boxed().toArray(Integer[]::new))
			.param("names", bodies.stream().map(ReferralBody::name).toArray(String[]::new))
			.param("emails", bodies.stream().map((body) -> body.email().value()).toArray(String[]::new))
			.update();
	}

	/**
	 * Goes through those who have given input and can be written to, as many at a time as
	 * memory holds easily.
	 */
	void forEachSender(CaseId consultationId, Consumer<List<Asked>> work) {
		Lots.forEach("",
				(after) -> this.jdbc.sql("""
						select distinct on (1) lower(s.email), s.language
						from input_period p join input_submission s on s.period_id = p.id
						where p.consultation_id = :id and s.withdrawn_at is null and lower(s.email) > :after
						order by 1, s.received_at desc limit :most""")
					.param("id", consultationId)
					.param("after", after)
					.param("most", Lots.SIZE)
					.query((rs, row) -> new Asked(rs.getString(1), Locale.forLanguageTag(rs.getString(2))))
					.list(),
				Asked::address, work);
	}

	/**
	 * Somebody who is asked for comments.
	 *
	 * @param address as it was given
	 * @param locale the language they wrote in
	 */
	record Asked(String address, Locale locale) {
	}

	/**
	 * A body that was added by hand.
	 *
	 * @param title of the consultation
	 * @param titles what its title is in other languages
	 * @param since when the consultation began
	 */
	public record Added(CaseId consultationId, String title, Words titles, Instant since, ReferralBody body) {

		/**
		 * The title as a reader meets it.
		 * @param ownLang what the page says the authority's language is, null if it is
		 * the page's
		 */
		public Said titleIn(Locale reader, @Nullable String ownLang) {
			return this.titles.say(Part.TITLE, 0, reader, this.title, ownLang);
		}

	}

}
