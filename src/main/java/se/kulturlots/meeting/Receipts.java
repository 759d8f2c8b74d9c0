package se.kulturlots.meeting;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.Columns;

/** The receipts of registrations. */
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

	Receipt add(Registration registration, String reference, boolean waiting) {
		Receipt receipt = new Receipt(new ReceiptId(UUID.randomUUID()), reference, waiting,
				(registration.email() != null) ? registration.email().value() : null);
		this.jdbc.sql("""
				insert into registration_receipt (id, authority_id, meeting_id, reference, waiting, registration_id,
					created_at)
				values (:id, :authority, :meeting, :reference, :waiting, :registration, :now)""")
			.param("id", receipt.id())
			.param("authority", registration.authorityId())
			.param("meeting", registration.meetingId())
			.param("reference", reference)
			.param("waiting", waiting)
			.param("registration", registration.id())
			.param("now", this.clock.instant())
			.update();
		return receipt;
	}

	/**
	 * The registration that somebody was given a receipt for, which may be an older one.
	 */
	Optional<RegistrationId> registrationId(ReceiptId receiptId) {
		return this.jdbc.sql("select registration_id from registration_receipt where id = :id")
			.param("id", receiptId)
			.query(Columns.ids(RegistrationId::new))
			.optional();
	}

	Optional<Receipt> find(MeetingId meetingId, ReceiptId id) {
		return this.jdbc.sql("""
				select o.id, o.reference, o.waiting, r.email
				from registration_receipt o left join registration r on r.id = o.registration_id
				where o.id = :id and o.meeting_id = :meeting""")
			.param("id", id)
			.param("meeting", meetingId)
			.query(Receipts::read)
			.optional();
	}

	private static Receipt read(ResultSet rs, int row) throws SQLException {
		return new Receipt(Columns.id(rs, 1, ReceiptId::new), rs.getString(2), rs.getBoolean(3), rs.getString(4));
	}

}
