package se.kulturlots.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.PlainText;

/**
 * The details of an organisation as they are typed into a form. Unlike a file, a form is
 * taken only when everything in it is right.
 *
 * @param organisationNumber in any way of writing
 * @param sector the name of a {@link Sector}
 * @param priorityGroup the name of a {@link PriorityGroup}, or {@link #NONE}
 * @param type what it calls itself
 * @param municipality the code of a municipality, or {@link #NONE}
 * @param postalCode with or without space
 * @param locality a town
 * @param email a mail address
 * @param phone in any way of writing
 * @param website with or without scheme
 * @param contactName the person to ask for
 * @param language sv, fi or en
 */
public record OrganisationFields(@Nullable String name, @Nullable String organisationNumber, @Nullable String sector,
		@Nullable String priorityGroup, @Nullable String type, @Nullable String municipality,
		@Nullable String postalCode, @Nullable String locality, @Nullable String email, @Nullable String phone,
		@Nullable String website, @Nullable String contactName, @Nullable String language) {

	/** What is sent where none of the choices fits. */
	public static final String NONE = "-";

	private static final int LONGEST = 254;

	/**
	 * Details as a form shows them.
	 * @param details what is known
	 * @return fields
	 */
	public static OrganisationFields of(OrganisationDetails details) {
		String number = (details.organisationNumber() != null) ? details.organisationNumber()
				: details.numberAsWritten();
		return new OrganisationFields(details.name(), number, details.sector().name(),
				(details.priorityGroup() != null) ? details.priorityGroup().name() : NONE, details.type(),
				(details.municipalityCode() != null) ? details.municipalityCode() : NONE, details.postalCode(),
				details.locality(), details.email(), details.shownPhone(), details.website(), details.contactName(),
				details.language());
	}

	/**
	 * An empty form.
	 * @param language the language that is chosen beforehand
	 * @return fields
	 */
	public static OrganisationFields empty(Locale language) {
		return new OrganisationFields(null, null, null, null, null, null, null, null, null, null, null, null,
				language.getLanguage());
	}

	/**
	 * Checks everything.
	 * @param rules what is asked of this form
	 * @return the details, or what is wrong
	 */
	public Checked check(Rules rules) {
		List<Fault> faults = new ArrayList<>();
		String checkedName = required("name", line("name", this.name, OrganisationDetails.MAX_NAME, faults), faults);
		String number = parsed("organisationNumber", this.organisationNumber, OrganisationNumber::parse, faults);
		Sector checkedSector = required("sector", constant("sector", this.sector, Sector.values(), faults), faults);
		PriorityGroup group = constant("priorityGroup", this.priorityGroup, PriorityGroup.values(), faults);
		String checkedType = line("type", this.type, 100, faults);
		String place = municipality(rules, faults);
		String code = parsed("postalCode", this.postalCode, OrganisationFields::postalCode, faults);
		String town = line("locality", this.locality, 60, faults);
		String address = parsed("email", this.email, EmailAddress::parse, faults);
		if (rules.reachable()) {
			required("email", address, faults);
		}
		String call = parsed("phone", this.phone, (typed) -> PhoneNumber.parse(typed, rules.country()), faults);
		String site = parsed("website", this.website, Website::parse, faults);
		String contact = line("contactName", this.contactName, 120, faults);
		String tongue = rules.languages().contains(this.language) ? this.language : null;
		required("language", tongue, faults);
		return new Checked(faults,
				() -> new OrganisationDetails(Objects.requireNonNull(checkedName), number,
						Objects.requireNonNull(checkedSector), checkedType, place, code, town, address, call, site,
						contact, Objects.requireNonNull(tongue), group));
	}

	private @Nullable String municipality(Rules rules, List<Fault> faults) {
		if (NONE.equals(this.municipality)) {
			return null;
		}
		if (this.municipality != null && !rules.municipalities().contains(this.municipality)) {
			faults.add(new Fault("municipality", "register.field.municipality.wrong"));
			return null;
		}
		return required("municipality", this.municipality, faults);
	}

	private static <T> @Nullable T required(String field, @Nullable T value, List<Fault> faults) {
		if (value == null && faults.stream().noneMatch((fault) -> fault.field().equals(field))) {
			faults.add(new Fault(field, "register.field." + field + ".missing"));
		}
		return value;
	}

	private static @Nullable String line(String field, @Nullable String typed, int most, List<Fault> faults) {
		String line = (typed != null) ? PlainText.line(typed) : "";
		boolean personal = "phone".equals(field) ? PersonalNumber.isInPhone(line) : PersonalNumber.isIn(line);
		if (personal) {
			faults.add(new Fault(field, "register.field.personalNumber"));
			return null;
		}
		if (line.length() > most) {
			faults.add(new Fault(field, "register.field.tooLong", most));
			return null;
		}
		return line.isEmpty() ? null : line;
	}

	private static @Nullable String parsed(String field, @Nullable String typed,
			Function<String, ? extends Optional<?>> parser, List<Fault> faults) {
		String line = line(field, typed, LONGEST, faults);
		if (line == null) {
			return null;
		}
		Optional<?> value = parser.apply(line);
		if (value.isEmpty()) {
			faults.add(new Fault(field, "register.field." + field + ".wrong"));
		}
		return value.map(Object::toString).orElse(null);
	}

	private static Optional<String> postalCode(String typed) {
		String digits = typed.replace(" ", "");
		return digits.matches("[0-9]{5}") ? Optional.of(digits) : Optional.empty();
	}

	private static <E extends Enum<E>> @Nullable E constant(String field, @Nullable String typed, E[] values,
			List<Fault> faults) {
		if (typed == null || NONE.equals(typed)) {
			return null;
		}
		Optional<E> constant = Arrays.stream(values).filter((value) -> value.name().equals(typed)).findFirst();
		if (constant.isEmpty()) {
			faults.add(new Fault(field, "register.field." + field + ".wrong"));
		}
		return constant.orElse(null);
	}

	/**
	 * What is asked of a form.
	 *
	 * @param country SE or FI
	 * @param municipalities the codes that may be chosen
	 * @param languages the languages that may be chosen
	 * @param reachable whether a mail address must be given
	 */
	public record Rules(String country, Collection<String> municipalities, Collection<String> languages,
			boolean reachable) {
	}

	/**
	 * Something wrong in a form.
	 *
	 * @param field the name of the field
	 * @param messageKey the key of the sentence
	 */
	public record Fault(String field, String messageKey, Object... arguments) {
	}

	/**
	 * A form that was checked.
	 *
	 * @param faults what is wrong, in the order of the form
	 * @param source makes the details if nothing is
	 */
	public record Checked(List<Fault> faults, Supplier<OrganisationDetails> source) {

		/**
		 * The details.
		 * @return nothing if anything is wrong
		 */
		public Optional<OrganisationDetails> details() {
			return this.faults.isEmpty() ? Optional.of(this.source.get()) : Optional.empty();
		}

	}

}
