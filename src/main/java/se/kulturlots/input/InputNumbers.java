package se.kulturlots.input;

import java.time.LocalDate;
import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.input.InputPeriod.Kind;

/**
 * The numbers on receipts, without gaps: the row of a series is locked from the call to
 * the end of the transaction.
 */
@Component
class InputNumbers {

	private final JdbcClient jdbc;

	InputNumbers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes the next number.
	 * @param authorityId whose series
	 * @param kind which
	 * @param day a day of the year
	 * @return for example SYN-2026-0042
	 */
	String next(String authorityId, Kind kind, LocalDate day) {
		int number = lock(authorityId, series(kind, day)) + 1;
		this.jdbc.sql("""
				update input_number set last = :number where authority_id = :authority and series = :series""")
			.param("number", number)
			.param("authority", authorityId)
			.param("series", series(kind, day))
			.update();
		return series(kind, day) + String.format(Locale.ROOT, "-%04d", number);
	}

	private int lock(String authorityId, String series) {
		this.jdbc.sql("""
				insert into input_number (authority_id, series, last) values (:authority, :series, 0)
				on conflict do nothing""").param("authority", authorityId).param("series", series).update();
		return this.jdbc.sql("""
				select last from input_number where authority_id = :authority and series = :series for update""")
			.param("authority", authorityId)
			.param("series", series)
			.query(Integer.class)
			.single();
	}

	private static String series(Kind kind, LocalDate day) {
		return kind.prefix() + "-" + day.getYear();
	}

}
