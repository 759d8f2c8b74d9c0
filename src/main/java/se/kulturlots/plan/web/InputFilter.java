package se.kulturlots.plan.web;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Page;
import se.kulturlots.plan.PlanInputs.Progress;
import se.kulturlots.plan.PlanInputs.Show;
import se.kulturlots.plan.PlanInputs.Wanted;

/**
 * Which inputs stand beside the plan.
 *
 * @param show those with what decision
 * @param theme those of what theme, null for all
 */
public record InputFilter(Show show, @Nullable String theme) {

	/** So that a page stays short enough to read. */
	static final int PAGE_SIZE = 15;

	/** How many stand beside a section that is written. */
	static final int BESIDE = 50;

	/** Reads what was asked for; by default what is left to do. */
	static InputFilter of(@Nullable String show, @Nullable String theme, Progress progress) {
		Show wanted = Stream.of(Show.values())
			.filter((each) -> each.name().equals(show))
			.findFirst()
			.orElseGet(() -> (progress.missing() > 0) ? Show.NONE : Show.ALL);
		return new InputFilter(wanted, theme);
	}

	/**
	 * Whether it leaves nothing out.
	 * @return true if all inputs are shown
	 */
	public boolean isEverything() {
		return this.show == Show.ALL && this.theme == null;
	}

	Wanted wanted() {
		return new Wanted(this.show, this.theme, null);
	}

	/** What has led to a section. */
	static Wanted ledTo(SectionId section) {
		return new Wanted(Show.LINKED, null, section);
	}

	static List<Choice> themes(List<String> themes) {
		return themes.stream().map((theme) -> Choice.of(theme, theme)).toList();
	}

	static List<Choice> shows(Page page) {
		return Stream.of(Show.values())
			.map((each) -> Choice.of(each.name(), page.word("plan.filter.show.", each)))
			.toList();
	}

	/**
	 * The filter as a part of an address.
	 * @param page for its encoding
	 * @return beginning with a question mark
	 */
	public String query(Page page) {
		return "?show=" + this.show + ((this.theme != null) ? "&theme=" + page.encode(this.theme) : "");
	}

}
