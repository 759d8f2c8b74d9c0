package se.kulturlots.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.core.AppClock;

/**
 * Who is away and when, one planned absence for each account. Nothing ends it: after its
 * last day it holds no longer.
 */
@Component
public class Absences {

	private final JdbcClient jdbc;

	private final Authorities authorities;

	private final AppClock clock;

	Absences(JdbcClient jdbc, Authorities authorities, AppClock clock) {
		this.jdbc = jdbc;
		this.authorities = authorities;
		this.clock = clock;
	}

	/** Who works for whom at an authority today. */
	public WorkToday today(String authorityId) {
		LocalDate today = day(authorityId);
		return new WorkToday(ahead(authorityId).stream().filter((each) -> each.includes(today)).toList());
	}

	/** Those of an authority that have not ended, the first to begin first. */
	public List<Absence> ahead(String authorityId) {
		return this.jdbc.sql("""
				select account_id, first_day, last_day, stand_in from absence
				where authority_id = :authority and last_day >= :today order by first_day, account_id""")
			.param("authority", authorityId)
			.param("today", day(authorityId))
			.query(Absences::read)
			.list();
	}

	/** The one that is planned for somebody or under way. */
	public Optional<Absence> of(String authorityId, String accountId) {
		return ahead(authorityId).stream().filter((each) -> each.accountId().equals(accountId)).findFirst();
	}

	/** Plans somebody's absence, instead of the one that was planned before. */
	@Transactional
	public void plan(String authorityId, Absence absence) {
		this.jdbc.sql("""
				insert into absence (account_id, authority_id, first_day, last_day, stand_in)
				values (:account, :authority, :first, :last, :standIn)
				on conflict (account_id) do update
				set authority_id = :authority, first_day = :first, last_day = :last, stand_in = :standIn""")
			.param("account", absence.accountId())
			.param("authority", authorityId)
			.param("first", absence.firstDay())
			.param("last", absence.lastDay())
			.param("standIn", absence.standIn())
			.update();
	}

	/**
	 * Ends somebody's absence, or calls it off.
	 * @return whether there was one
	 */
	@Transactional
	public boolean end(String authorityId, String accountId) {
		return this.jdbc.sql("delete from absence where account_id = :account and authority_id = :authority")
			.param("account", accountId)
			.param("authority", authorityId)
			.update() > 0;
	}

	/** When somebody was away is nobody's business afterwards. */
	@Scheduled(fixedDelayString = "${kulturlots.forget-absences.every:PT6H}",
			initialDelayString = "${kulturlots.forget-absences.every:PT6H}")
	public void forgetEnded() {
		this.jdbc.sql("delete from absence where last_day < :day")
			.param("day", this.clock.today(ZoneOffset.UTC).minusDays(2))
			.update();
	}

	private LocalDate day(String authorityId) {
		return this.clock.today(this.authorities.get(authorityId).zone());
	}

	private static Absence read(ResultSet rs, int row) throws SQLException {
		return new Absence(rs.getString(1), rs.getObject(2, LocalDate.class), rs.getObject(3, LocalDate.class),
				rs.getString(4));
	}

}
