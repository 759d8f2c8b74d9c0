package se.kulturlots.meeting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;

/** The receipts of registrations: one for each thing that was sent, however often. */
@Component
class Receipts {

	private static final SecureRandom RANDOM = new SecureRandom();

	// without what can be taken for something else
	private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	private final JdbcClient jdbc;

	private final AppClock clock;

	Receipts(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	static String newReference() {
		StringBuilder reference = new StringBuilder("M-");
		RANDOM.ints(8, 0, ALPHABET.length()).forEach((index) -> reference.append(ALPHABET.charAt(index)));
		return reference.toString();
	}

	/** What was sent, told apart from the same form sent with other words. */
	static String hash(EmailAddress email, RegistrationDetails details) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((email.value() + '\u0000' + details.content()).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Optional<Receipt> find(UUID meetingId, UUID submissionId, String contentHash) {
		return this.jdbc.sql("""
				select id, reference, waiting from registration_receipt
				where meeting_id = :meeting and submission_id = :submission and content_hash = :hash""")
			.param("meeting", meetingId)
			.param("submission", submissionId)
			.param("hash", contentHash)
			.query(Receipts::read)
			.optional();
	}

	Receipt add(Registration registration, UUID submissionId, String contentHash, String reference, boolean waiting) {
		Receipt receipt = new Receipt(UUID.randomUUID(), reference, waiting);
		this.jdbc.sql("""
				insert into registration_receipt (id, authority_id, meeting_id, submission_id, content_hash, reference,
					waiting, registration_id, created_at)
				values (:id, :authority, :meeting, :submission, :hash, :reference, :waiting, :registration, :now)""")
			.param("id", receipt.id())
			.param("authority", registration.authorityId())
			.param("meeting", registration.meetingId())
			.param("submission", submissionId)
			.param("hash", contentHash)
			.param("reference", reference)
			.param("waiting", waiting)
			.param("registration", registration.id())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		return receipt;
	}

	Optional<Receipt> find(UUID meetingId, UUID id) {
		return this.jdbc
			.sql("select id, reference, waiting from registration_receipt where id = :id and meeting_id = :meeting")
			.param("id", id)
			.param("meeting", meetingId)
			.query(Receipts::read)
			.optional();
	}

	private static Receipt read(ResultSet rs, int row) throws SQLException {
		return new Receipt(rs.getObject(1, UUID.class), rs.getString(2), rs.getBoolean(3));
	}

}
