package se.kulturlots.register;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.journal.Journal;
import se.kulturlots.mail.Letter;
import se.kulturlots.mail.Letters;
import se.kulturlots.mail.Mail;
import se.kulturlots.mail.Outbox;

/**
 * Organisations that register themselves. Each waits until staff have looked at it, also
 * one that is in the register already: whoever registers cannot learn who is in it.
 */
@Component
public class SelfRegistration {

	// without letters and digits that look alike
	private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Organisations organisations;

	private final Journal journal;

	private final Letters letters;

	private final Outbox outbox;

	private final FormSubmissions forms;

	private final JdbcClient jdbc;

	private final AppClock clock;

	SelfRegistration(Organisations organisations, Journal journal, Letters letters, Outbox outbox,
			FormSubmissions forms, JdbcClient jdbc, AppClock clock) {
		this.organisations = organisations;
		this.journal = journal;
		this.letters = letters;
		this.outbox = outbox;
		this.forms = forms;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Takes a registration. The same form sent again gets the same reference; with other
	 * words it changes what was registered, until staff have let it in.
	 * @param submissionId the id of the form
	 * @param details what the organisation says about itself, with a mail address
	 * @return the reference of the registration
	 */
	@Transactional
	public String submit(String authorityId, UUID submissionId, OrganisationDetails details) {
		return reference(this.forms.take("join:" + authorityId, FormSubmission.of(submissionId, details),
				OrganisationId::new, (before) -> register(authorityId, before, details).id()));
	}

	private Organisation register(String authorityId, Optional<OrganisationId> before, OrganisationDetails details) {
		Instant now = this.clock.instant();
		Optional<Organisation> earlier = before
			.flatMap((id) -> this.organisations.findByAuthorityIdAndId(authorityId, id))
			.filter((one) -> one.isPending() && one.isDescribedBy(details));
		if (earlier.isPresent()) {
			Organisation changed = this.organisations.save(earlier.get().described(details, now));
			this.journal.note(authorityId, changed.id(), "register.journal.changed");
			sendReceipt(changed, reference(changed.id()));
			return changed;
		}
		Organisation organisation = this.organisations.save(Organisation.selfRegistered(authorityId, details, now));
		String reference = newReference();
		this.jdbc.sql("""
				insert into self_registration (authority_id, organisation_id, reference, created_at)
				values (:authority, :organisation, :reference, :now)""")
			.param("authority", authorityId)
			.param("organisation", organisation.id())
			.param("reference", reference)
			.param("now", now)
			.update();
		this.journal.note(authorityId, organisation.id(), "register.journal.selfRegistered");
		sendReceipt(organisation, reference);
		return organisation;
	}

	private void sendReceipt(Organisation organisation, String reference) {
		OrganisationDetails details = organisation.details();
		if (details.email() != null) {
			Letter letter = this.letters.of(organisation.authorityId(), Locale.forLanguageTag(details.language()))
				.subject("register.mail.receipt.subject", reference)
				.paragraph("register.mail.receipt.received")
				.fact("register.mail.receipt.reference", reference)
				.paragraph("register.mail.receipt.next")
				.ourLink("register.mail.receipt.see", "/" + organisation.authorityId() + "/my")
				.paragraph("register.mail.receipt.notYou")
				.build();
			this.outbox.put(Mail.now(organisation.authorityId(), null, "organisation:" + organisation.id(),
					"organisation-receipt", new EmailAddress(details.email()), letter));
		}
	}

	private String reference(OrganisationId organisationId) {
		return this.jdbc.sql("select reference from self_registration where organisation_id = :organisation")
			.param("organisation", organisationId)
			.query(String.class)
			.single();
	}

	/**
	 * Who registered under a reference.
	 * @param reference as it stands in the address of the receipt
	 * @return the organisation, nothing if the authority has given no such reference
	 */
	public Optional<Organisation> registered(String authorityId, String reference) {
		return this.jdbc.sql("""
				select organisation_id from self_registration
				where authority_id = :authority and reference = :reference""")
			.param("authority", authorityId)
			.param("reference", reference)
			.query(Columns.ids(OrganisationId::new))
			.optional()
			.flatMap((id) -> this.organisations.findByAuthorityIdAndId(authorityId, id));
	}

	private static String newReference() {
		StringBuilder reference = new StringBuilder("F-");
		RANDOM.ints(8, 0, ALPHABET.length()).forEach((index) -> reference.append(ALPHABET.charAt(index)));
		return reference.toString();
	}

}
