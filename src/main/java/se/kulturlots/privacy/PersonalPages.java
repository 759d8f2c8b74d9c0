package se.kulturlots.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.Afterwards;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Id;
import se.kulturlots.core.Later;
import se.kulturlots.core.Token;
import se.kulturlots.core.Texts;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.identity.PersonalLinks.PersonalLink;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/**
 * The page that gathers what is stored about a person at an authority. The only way to it
 * is a link sent to the person's own address.
 */
@Component
public class PersonalPages implements Later {

	/** What the link in the mail is for. */
	static final String PURPOSE = "personal-page";

	private static final Duration LINK_LIVES = Duration.ofDays(1);

	/** An address gets one mail in that time, however often somebody asks. */
	private static final Duration BETWEEN_MAILS = Duration.ofMinutes(10);

	private final ObjectProvider<PersonalRecords> parts;

	private final PersonalLinks links;

	private final Letters letters;

	private final Outbox outbox;

	private final Afterwards afterwards;

	private final JdbcClient jdbc;

	private final AppClock clock;

	PersonalPages(ObjectProvider<PersonalRecords> parts, PersonalLinks links, Letters letters, Outbox outbox,
			Afterwards afterwards, JdbcClient jdbc, AppClock clock) {
		this.parts = parts;
		this.links = links;
		this.letters = letters;
		this.outbox = outbox;
		this.afterwards = afterwards;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Lets a link be sent to an address, if anything is stored about it. Whoever asks is
	 * told the same either way, as soon: it is looked up afterwards.
	 * @param language the language of the mail
	 */
	@Transactional
	public void ask(String authorityId, EmailAddress address, Locale language) {
		this.afterwards.add(PURPOSE,
				Map.of("authority", authorityId, "address", address.value(), "language", language.getLanguage()));
	}

	@Override
	public String kind() {
		return PURPOSE;
	}

	@Override
	@Transactional
	public void run(Map<String, String> asked) {
		String authorityId = Objects.requireNonNull(asked.get("authority"));
		EmailAddress address = new EmailAddress(Objects.requireNonNull(asked.get("address")));
		if (this.parts.stream().noneMatch((part) -> part.holds(authorityId, address))) {
			return;
		}
		Instant now = this.clock.instant();
		Id id = rememberAddress(authorityId, address, now);
		Token token = this.links.issue(authorityId, PURPOSE, id, now.plus(LINK_LIVES));
		Letter letter = this.letters.of(authorityId, Locale.forLanguageTag(asked.get("language")))
			.subject("privacy.mail.subject")
			.paragraph("privacy.mail.text")
			.button("privacy.mail.button", "/my/pages/" + token.value())
			.paragraph("privacy.mail.expires", now.plus(LINK_LIVES))
			.paragraph("privacy.mail.notYou")
			.build();
		int lot = Math.toIntExact(now.getEpochSecond() / BETWEEN_MAILS.toSeconds());
		this.outbox
			.put(new Mail(authorityId, null, "personal-page:" + id, lot, PURPOSE, 0, address, letter, List.of(), null));
	}

	/* addresses whose links have ended are forgotten */
	private Id rememberAddress(String authorityId, EmailAddress address, Instant now) {
		this.jdbc.sql("delete from personal_page where asked_at < :before")
			.param("before", now.minus(LINK_LIVES))
			.update();
		return this.jdbc.sql("""
				insert into personal_page (id, authority_id, address, asked_at)
				values (:id, :authority, lower(:address), :now)
				on conflict (authority_id, address) do update set asked_at = excluded.asked_at
				returning id""")
			.param("id", UUID.randomUUID())
			.param("authority", authorityId)
			.param("address", address.value())
			.param("now", now)
			.query(Columns.ids(Id::new))
			.single();
	}

	/**
	 * Whom a link belongs to.
	 * @param token the token as it stands in the address
	 * @return the authority and the person's address
	 * @throws se.kulturlots.identity.IdentityProblem if there is no such link, or it has
	 * ended
	 */
	public Person person(String token) {
		PersonalLink link = this.links.resolve(PURPOSE, token);
		return this.jdbc.sql("select address from personal_page where id = :id and authority_id = :authority")
			.param("id", link.subjectId())
			.param("authority", link.authorityId())
			.query(String.class)
			.optional()
			.map((address) -> new Person(link.authorityId(), new EmailAddress(address)))
			.orElseThrow(() -> PrivacyProblem.linkEnded().on(link.authorityId()));
	}

	/**
	 * All that is stored about an address at an authority.
	 * @return what they did themselves first, the newest of each sort first
	 */
	public List<PersonalRecord> of(String authorityId, EmailAddress address, Texts texts) {
		return this.parts.orderedStream().flatMap((part) -> part.of(authorityId, address, texts).stream()).toList();
	}

	/**
	 * Opens the page on which something can be changed or withdrawn.
	 * @param person who asks
	 * @param id what is to be opened
	 * @return the path behind a new personal link
	 * @throws PrivacyProblem if it is not theirs
	 */
	@Transactional
	public String open(Person person, Id id) {
		return this.parts.orderedStream()
			.flatMap((part) -> part.open(person.authorityId(), person.address(), id).stream())
			.findFirst()
			.orElseThrow(PrivacyProblem::unknownRecord);
	}

	/**
	 * Who has come by a link.
	 *
	 * @param authorityId the authority whose records they see
	 * @param address their address
	 */
	public record Person(String authorityId, EmailAddress address) {
	}

}
