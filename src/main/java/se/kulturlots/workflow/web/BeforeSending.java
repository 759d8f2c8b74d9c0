package se.kulturlots.workflow.web;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.web.Form;
import se.kulturlots.mail.Outgoing;
import se.kulturlots.workflow.CaseRehearsal;

/**
 * Shows what goes out before a form of staff mails many, and asks: how many, when, and
 * the first letter. What has become another since is shown anew. The one place for it;
 * every form that may mail comes here.
 */
@Component
public class BeforeSending {

	/**
	 * Says which {@link Outgoing#version() version} of what goes out somebody has seen.
	 */
	static final String SEEN = "outgoing.seen";

	/** Says that somebody has seen it and wants to change what they wrote. */
	static final String CHANGE = "outgoing.change";

	private static final String VIEW = "workflow/outgoing";

	private final CaseRehearsal rehearsal;

	BeforeSending(CaseRehearsal rehearsal) {
		this.rehearsal = rehearsal;
	}

	/**
	 * Does what a form is for, unless it has errors or its sender is to be asked first.
	 * @param form as it was sent
	 * @param authorityId whose case
	 * @param action what to do
	 * @param done where to go afterwards
	 * @return the view to show, or nothing if the form is to be shown again
	 */
	public Optional<String> attempt(Form form, String authorityId, CaseId caseId, Runnable action, String done,
			Model model) {
		return attempt(form, authorityId, caseId, action, false, done, model);
	}

	/**
	 * Does what a form is for, unless it has errors, and asks first even if it mails one
	 * or nobody.
	 * @param form as it was sent
	 * @param authorityId whose case
	 * @param action what to do
	 * @param done where to go afterwards
	 * @return the view to show, or nothing if the form is to be shown again
	 */
	public Optional<String> ask(Form form, String authorityId, CaseId caseId, Runnable action, String done,
			Model model) {
		return attempt(form, authorityId, caseId, action, true, done, model);
	}

	private Optional<String> attempt(Form form, String authorityId, CaseId caseId, Runnable action, boolean always,
			String done, Model model) {
		if (isToChange(form)) {
			return Optional.empty();
		}
		Optional<Outgoing> outgoing = form.attempt(() -> this.rehearsal.of(authorityId, caseId, action));
		if (outgoing.isEmpty()) {
			return Optional.empty();
		}
		if (isToShow(form, outgoing.get()) || (always && form.value(SEEN).isEmpty())) {
			return Optional.of(show(form, outgoing.get(), model));
		}
		return form.done(action) ? Optional.of(done) : Optional.empty();
	}

	/**
	 * Whether whoever sent a form is to be asked: many get a mail that they have not
	 * seen.
	 */
	public boolean isToShow(Form form, Outgoing outgoing) {
		return outgoing.asks() && !form.value(SEEN).equals(outgoing.version());
	}

	/** Whether whoever sent a form has seen what goes out, and wants to change it. */
	public boolean isToChange(Form form) {
		return !form.value(CHANGE).isEmpty();
	}

	/**
	 * Shows what goes out, and asks.
	 * @param form as it was sent, which is sent again with the answer
	 * @return the view
	 */
	public String show(Form form, Outgoing outgoing, Model model) {
		model.addAttribute("outgoing", outgoing);
		model.addAttribute("changed", !form.value(SEEN).isEmpty());
		model.addAttribute("typed", form.typed(SEEN, CHANGE));
		return VIEW;
	}

}
