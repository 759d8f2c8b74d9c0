package se.kulturlots.register;

import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A field of an organisation with two values.
 *
 * @param field the column of the table
 * @param oldValue what is known, null for nothing
 * @param newValue what is said instead, null for nothing
 */
public record Difference(@JsonProperty("field") String field, @JsonProperty("old") @Nullable String oldValue,
		@JsonProperty("new") @Nullable String newValue) {

	/** The key of the field's name. */
	public String labelKey() {
		return "register.field." + switch (this.field) {
			case "postal_code" -> "postalCode";
			case "contact_name" -> "contactName";
			case "priority_group" -> "priorityGroup";
			case "organisation_number" -> "organisationNumber";
			case "number_as_written" -> "numberAsWritten";
			case "municipality_code" -> "municipality";
			default -> this.field;
		};
	}

	/**
	 * The old value as people read it.
	 * @param texts gives the text of a key
	 */
	public String oldText(UnaryOperator<String> texts) {
		return shown(this.oldValue, texts);
	}

	/**
	 * The new value as people read it.
	 * @param texts gives the text of a key
	 */
	public String newText(UnaryOperator<String> texts) {
		return shown(this.newValue, texts);
	}

	private String shown(@Nullable String value, UnaryOperator<String> texts) {
		if (value == null) {
			return texts.apply("register.field.notGiven");
		}
		return switch (this.field) {
			case "sector" -> texts.apply(Sector.valueOf(value).messageKey());
			case "priority_group" -> texts.apply(PriorityGroup.valueOf(value).messageKey());
			case "phone" -> new PhoneNumber(value).display();
			default -> value;
		};
	}

}
