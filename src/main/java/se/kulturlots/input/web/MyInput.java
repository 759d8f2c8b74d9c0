package se.kulturlots.input.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.Fact;
import se.kulturlots.core.Said;
import se.kulturlots.core.web.Page;
import se.kulturlots.input.Input;
import se.kulturlots.input.Submission;

/**
 * What somebody sent, as they see it themselves.
 *
 * @param token the token of their link
 * @param view the form it was sent with
 * @param submission what they sent
 * @param said the answers
 * @param earlier what they said before
 * @param municipality where they are, or null
 * @param changeable whether they may change it
 */
public record MyInput(String token, InputView view, Submission submission, List<Input> said, List<Fact> earlier,
		@Nullable String municipality, boolean changeable) {

	/**
	 * The address of its page.
	 * @return in the page's language
	 */
	public String path() {
		return this.view.page().url("/my/input/" + this.token);
	}

	/**
	 * Who sent it and when.
	 * @return lines for a summary
	 */
	public List<Fact> facts() {
		Page page = this.view.page();
		List<Fact> facts = new ArrayList<>();
		add(facts, page.t("input.reference"), this.submission.reference());
		Said title = this.view.title();
		facts.add(new Fact(page.t("input.consultation"), title.text(), this.view.consultationPath(), title.lang()));
		add(facts, page.t("input.received"), page.dateTime(this.submission.receivedAt()));
		if (this.submission.changedAt() != null) {
			add(facts, page.t("input.changed"), page.dateTime(this.submission.changedAt()));
		}
		add(facts, page.t("input.organisation"), this.submission.organisationName());
		add(facts, page.t("input.name"), this.submission.name());
		add(facts, page.t("input.email"), this.submission.email());
		add(facts, page.t("input.municipality"), this.municipality);
		return facts;
	}

	private static void add(List<Fact> facts, String label, @Nullable String value) {
		if (value != null) {
			facts.add(Fact.of(label, value));
		}
	}

}
