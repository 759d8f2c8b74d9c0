package se.kulturlots.plan.web;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Page;
import se.kulturlots.plan.InputDisposition;
import se.kulturlots.plan.PlanInputs.Progress;
import se.kulturlots.plan.WorkedInput;

/**
 * Which inputs stand beside the plan.
 *
 * @param show those with what decision
 * @param theme those of what theme, null for all
 */
public record InputFilter(Show show, @Nullable String theme) {

	/** So that a page stays short enough to read. */
	static final int PAGE_SIZE = 15;

	/** Reads what was asked for; by default what is left to do. */
	static InputFilter of(@Nullable String show, @Nullable String theme, List<WorkedInput> inputs) {
		Show wanted = Stream.of(Show.values())
			.filter((each) -> each.name().equals(show))
			.findFirst()
			.orElseGet(() -> (Progress.of(inputs).missing() > 0) ? Show.NONE : Show.ALL);
		return new InputFilter(wanted, theme);
	}

	/**
	 * Whether it leaves nothing out.
	 * @return true if all inputs are shown
	 */
	public boolean isEverything() {
		return this.show == Show.ALL && this.theme == null;
	}

	List<WorkedInput> of(List<WorkedInput> inputs) {
		return inputs.stream().filter((input) -> this.show.holds(input) && isOfTheme(input)).toList();
	}

	private boolean isOfTheme(WorkedInput input) {
		return this.theme == null || this.theme.equals(input.said().theme());
	}

	static List<Choice> themes(List<WorkedInput> inputs) {
		return inputs.stream()
			.map((input) -> input.said().theme())
			.filter((theme) -> theme != null)
			.distinct()
			.sorted()
			.map((theme) -> Choice.of(theme, theme))
			.toList();
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

	/** What was decided on an input. */
	public enum Show {

		/** Nothing yet. */
		NONE {
			@Override
			boolean holds(WorkedInput input) {
				return input.disposition() == null;
			}
		},
		/** It led to a section. */
		LINKED {
			@Override
			boolean holds(WorkedInput input) {
				InputDisposition decided = input.disposition();
				return decided != null && decided.sectionId() != null;
			}
		},
		/** It led to nothing. */
		DECLINED {
			@Override
			boolean holds(WorkedInput input) {
				InputDisposition decided = input.disposition();
				return decided != null && decided.sectionId() == null;
			}
		},
		/** Anything. */
		ALL {
			@Override
			boolean holds(WorkedInput input) {
				return true;
			}
		};

		abstract boolean holds(WorkedInput input);

	}

}
