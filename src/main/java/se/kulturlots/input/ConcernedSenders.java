package se.kulturlots.input;

import java.util.List;
import java.util.function.Consumer;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.Concerned;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;

/** Those who have given input and left an address. */
@Component
@Order(3)
class ConcernedSenders implements Concerned {

	private final ReferralLetters referral;

	private final JdbcClient jdbc;

	ConcernedSenders(ReferralLetters referral, JdbcClient jdbc) {
		this.referral = referral;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "senders";
	}

	@Override
	public String messageKey() {
		return "input.concerned.senders";
	}

	@Override
	public int count(CaseId caseId) {
		return this.jdbc.sql("""
				select count(distinct lower(s.email)) from input_period p join input_submission s on s.period_id = p.id
				where p.consultation_id = :id and s.withdrawn_at is null""")
			.param("id", caseId)
			.query(Integer.class)
			.single();
	}

	@Override
	public void forEachLot(CaseId caseId, Consumer<List<Recipient>> work) {
		this.referral.forEachSender(caseId,
				(lot) -> work.accept(lot.stream()
					.map((each) -> new Recipient(EmailAddress.parse(each.address()).orElse(null), each.locale(), null))
					.toList()));
	}

}
