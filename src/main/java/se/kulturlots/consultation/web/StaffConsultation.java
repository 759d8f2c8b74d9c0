package se.kulturlots.consultation.web;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.CaseId;
import se.kulturlots.identity.Account;

/**
 * What every page about one consultation shows staff: the consultation itself, if it is
 * theirs.
 */
@Component
class StaffConsultation {

	private final Consultations consultations;

	StaffConsultation(Consultations consultations) {
		this.consultations = consultations;
	}

	Consultation open(CaseId id, Account account, Model model) {
		Consultation consultation = this.consultations.get(account.authority(), id);
		model.addAttribute("consultation", consultation);
		return consultation;
	}

}
