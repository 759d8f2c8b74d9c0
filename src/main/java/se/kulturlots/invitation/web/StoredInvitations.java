package se.kulturlots.invitation.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Fact;
import se.kulturlots.core.Texts;
import se.kulturlots.privacy.PersonalRecord;
import se.kulturlots.privacy.PersonalRecords;

/** The invitations sent to a person's organisation, and what it answered. */
@Component
@Order(30)
class StoredInvitations implements PersonalRecords {

	private final Invitees invitees;

	private final Consultations consultations;

	private final AppClock clock;

	StoredInvitations(Invitees invitees, Consultations consultations, AppClock clock) {
		this.invitees = invitees;
		this.consultations = consultations;
		this.clock = clock;
	}

	@Override
	public boolean holds(String authorityId, EmailAddress address) {
		return !this.invitees.reachedAt(authorityId, address.value()).isEmpty();
	}

	@Override
	public List<PersonalRecord> of(String authorityId, EmailAddress address, Texts texts) {
		List<Invitee> all = this.invitees.reachedAt(authorityId, address.value());
		Map<CaseId, Consultation> byId = this.consultations
			.findAllById(all.stream().map(Invitee::consultationId).distinct().toList())
			.stream()
			.collect(Collectors.toMap(Consultation::id, Function.identity()));
		return all.stream()
			.map((one) -> item(one, Objects.requireNonNull(byId.get(one.consultationId())), texts))
			.toList();
	}

	private PersonalRecord item(Invitee one, Consultation consultation, Texts texts) {
		List<Fact> facts = new ArrayList<>();
		facts.add(Fact.of(texts.t("invitation.stored.organisation"), one.name()));
		Instant invited = Objects.requireNonNull(one.invitedAt());
		boolean later = invited.isAfter(this.clock.instant());
		facts.add(Fact.of(texts.t(later ? "invitation.stored.toBeSent" : "invitation.stored.sent"),
				texts.dateTime(invited)));
		facts.add(Fact.of(texts.t("invitation.stored.answer"),
				texts.t((one.answer() != null) ? "invitation.answer." + one.answer() : "invitation.stored.noAnswer")));
		return new PersonalRecord(one.id(), texts.t("invitation.stored.kind"),
				consultation.titleIn(texts.locale(), texts.ownLang()).text(), invited, facts, null);
	}

}
