package se.kulturlots.input.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.core.web.Page;
import se.kulturlots.input.InputFilter;
import se.kulturlots.input.InputFilter.Show;

/**
 * What staff have chosen to see.
 *
 * @param period the period, null for the latest
 * @param show which of all
 * @param field the key of a field
 * @param theme a theme
 * @param text words
 * @param number the page, from 1
 */
public record InputChoices(@Nullable InputPeriodId period, @Nullable Show show, @Nullable String field,
		@Nullable String theme, @Nullable String text, @Nullable Integer number) {

	InputFilter filter() {
		return new InputFilter(Objects.requireNonNullElse(this.show, Show.ALL), this.field, this.theme, this.text);
	}

	int page() {
		return (this.number != null) ? Math.max(1, this.number) : 1;
	}

	/**
	 * The choices as a part of an address, without the page.
	 * @param page for encoding
	 * @return after a question mark
	 */
	public String query(Page page) {
		List<String> parts = new ArrayList<>();
		add(parts, page, "period", this.period);
		add(parts, page, "show", this.show);
		add(parts, page, "field", this.field);
		add(parts, page, "theme", this.theme);
		add(parts, page, "text", this.text);
		return String.join("&", parts);
	}

	private static void add(List<String> parts, Page page, String name, @Nullable Object value) {
		if (value != null) {
			parts.add(name + "=" + page.encode(value.toString()));
		}
	}

}
