package se.kulturlots.register;

import java.util.Map;
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

	/** Whether nothing is lost by taking the new value. */
	public boolean isLearnt() {
		return this.oldValue == null || this.field.equals("sector") && this.oldValue.equals(Sector.OTHER.name());
	}

	/**
	 * The old value as people read it.
	 * @param texts gives the text of a key
	 */
	public String oldText(UnaryOperator<String> texts) {
		return oldText(texts, Map.of());
	}

	/**
	 * The old value as people read it.
	 * @param texts gives the text of a key
	 * @param municipalities their names by their codes
	 */
	public String oldText(UnaryOperator<String> texts, Map<String, String> municipalities) {
		return shown(this.oldValue, texts, municipalities);
	}

	/**
	 * The new value as people read it.
	 * @param texts gives the text of a key
	 */
	public String newText(UnaryOperator<String> texts) {
		return newText(texts, Map.of());
	}

	/**
	 * The new value as people read it.
	 * @param texts gives the text of a key
	 * @param municipalities their names by their codes
	 */
	public String newText(UnaryOperator<String> texts, Map<String, String> municipalities) {
		return shown(this.newValue, texts, municipalities);
	}

	private String shown(@Nullable String value, UnaryOperator<String> texts, Map<String, String> municipalities) {
		if (value == null) {
			return texts.apply("register.field.notGiven");
		}
		return switch (this.field) {
			case "sector" -> texts.apply(Sector.valueOf(value).messageKey());
			case "priority_group" -> texts.apply(PriorityGroup.valueOf(value).messageKey());
			case "municipality_code" -> municipalities.getOrDefault(value, value);
			case "language" -> texts.apply("register.language." + value);
			case "phone" -> new PhoneNumber(value).display();
			default -> value;
		};
	}

}
