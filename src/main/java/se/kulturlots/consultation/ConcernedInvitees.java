package se.kulturlots.consultation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.Concerned;
import se.kulturlots.consultation.Invitees.Which;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;

/** Those invited who have not said no. */
@Component
@Order(1)
class ConcernedInvitees implements Concerned {

	private final Invitees invitees;

	ConcernedInvitees(Invitees invitees) {
		this.invitees = invitees;
	}

	@Override
	public String name() {
		return "invited";
	}

	@Override
	public String messageKey() {
		return "consultation.concerned.invited";
	}

	@Override
	public int count(CaseId caseId) {
		return this.invitees.count(caseId, Which.NOT_DECLINED);
	}

	@Override
	public boolean always() {
		return true;
	}

	@Override
	public void forEachLot(CaseId caseId, Consumer<List<Recipient>> work) {
		this.invitees.forEachLot(caseId, Which.NOT_DECLINED,
				(lot) -> work.accept(lot.stream()
					.map((invitee) -> new Recipient(
							Optional.ofNullable(invitee.email()).flatMap(EmailAddress::parse).orElse(null),
							invitee.locale(), invitee.organisationId()))
					.toList()));
	}

}
