package se.kulturlots.input;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.cases.Cases;
import se.kulturlots.cases.Concerned;
import se.kulturlots.core.CaseId;

/** The bodies added by hand to whom the draft has been sent for comments. */
@Component
@Order(4)
class ConcernedBodies implements Concerned {

	private final ReferralLetters referral;

	private final Cases cases;

	private final Authorities authorities;

	ConcernedBodies(ReferralLetters referral, Cases cases, Authorities authorities) {
		this.referral = referral;
		this.cases = cases;
		this.authorities = authorities;
	}

	@Override
	public String name() {
		return "bodies";
	}

	@Override
	public String messageKey() {
		return "input.concerned.bodies";
	}

	@Override
	public int count(CaseId caseId) {
		return bodies(caseId).size();
	}

	@Override
	public boolean always() {
		return true;
	}

	@Override
	public void forEachLot(CaseId caseId, Consumer<List<Recipient>> work) {
		Locale locale = this.authorities.get(this.cases.get(caseId).authorityId()).locale();
		work.accept(bodies(caseId).stream().map((body) -> new Recipient(body.email(), locale, null)).toList());
	}

	private List<ReferralBody> bodies(CaseId caseId) {
		return this.referral.isSent(caseId) ? this.referral.of(caseId).bodies() : List.of();
	}

}
