package se.kulturlots.input.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SeveralLines;
import se.kulturlots.identity.Account;
import se.kulturlots.input.ReferralBody;
import se.kulturlots.input.ReferralLetter;
import se.kulturlots.input.ReferralLetters;

/** The letter that goes with the draft of a consultation, and whom it goes to. */
@Controller
@RequestMapping("/staff/consultations/{id}/input/referral")
class ReferralController {

	private final Consultations consultations;

	private final ReferralLetters letters;

	ReferralController(Consultations consultations, ReferralLetters letters) {
		this.consultations = consultations;
		this.letters = letters;
	}

	@GetMapping
	String open(@PathVariable CaseId id, @AuthenticationPrincipal Account account, Page page, Model model) {
		StaffRights.requireChange(account);
		Consultation consultation = this.consultations.get(account.authority(), id);
		ReferralLetter letter = this.letters.of(id);
		return show(consultation, page.form(new ReferralForm(letter.version(), letter.subject(), letter.body(),
				letter.toSenders(), ReferralBody.written(letter.bodies()))), model);
	}

	@PostMapping
	String write(@PathVariable CaseId id, @AuthenticationPrincipal Account account, @Valid ReferralForm sent,
			BindingResult binding, Page page, Model model) {
		StaffRights.requireChange(account);
		Consultation consultation = this.consultations.get(account.authority(), id);
		Form form = page.submitted(binding);
		boolean done = form.done(() -> this.letters.write(consultation, sent.letter()));
		return done ? "redirect:/staff/consultations/" + id + "/input" : show(consultation, form, model);
	}

	private String show(Consultation consultation, Form form, Model model) {
		model.addAttribute("sent", this.letters.isSent(consultation.id()));
		model.addAttribute("consultation", consultation);
		model.addAttribute("form", form);
		return "input/staffReferral";
	}

	/**
	 * The letter as typed.
	 *
	 * @param version the version that was seen
	 * @param bodies one on each line, the address last
	 */
	record ReferralForm(int version,
			@Nullable @Size(max = 200, message = "{input.referral.subject.size}") String subject,
			@SeveralLines @Nullable @Size(max = 5000, message = "{input.referral.body.size}") String body,
			@Nullable Boolean toSenders,
			@SeveralLines @Nullable @Size(max = 50000, message = "{input.referral.bodies.size}") String bodies) {

		ReferralLetter letter() {
			return new ReferralLetter(this.version, text(this.subject), text(this.body),
					Boolean.TRUE.equals(this.toSenders), ReferralBody.read(text(this.bodies)));
		}

		private static String text(@Nullable String typed) {
			return (typed != null) ? typed.strip() : "";
		}

	}

}
