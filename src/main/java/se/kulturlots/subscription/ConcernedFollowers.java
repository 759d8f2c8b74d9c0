package se.kulturlots.subscription;

import java.util.List;
import java.util.function.Consumer;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.Concerned;
import se.kulturlots.core.CaseId;

/**
 * Those who follow a consultation by mail: what the public may read reaches them with the
 * day's news.
 */
@Component
@Order(5)
class ConcernedFollowers implements Concerned {

	private final JdbcClient jdbc;

	ConcernedFollowers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "followers";
	}

	@Override
	public String messageKey() {
		return "subscription.concerned.followers";
	}

	@Override
	public int count(CaseId caseId) {
		return this.jdbc.sql("""
				select count(distinct s.id) from cases c
				join subscriber s on s.authority_id = c.authority_id
				join subscription f on f.subscriber_id = s.id and (f.case_id = c.id or f.case_id is null)
				where c.id = :case and f.confirmed_at is not null""")
			.param("case", caseId)
			.query(Integer.class)
			.single();
	}

	@Override
	public boolean toldAnyway() {
		return true;
	}

	@Override
	public void forEachLot(CaseId caseId, Consumer<List<Recipient>> work) {
		// the day's news goes through them
	}

}
