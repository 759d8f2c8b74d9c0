package se.kulturlots.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.PlainText;

/**
 * Makes clean details out of the rows of a file. What cannot be used is named in a note,
 * as it was written; only a row without a usable name is refused.
 */
class RowReader {

	private static final int SHOWN = 80;

	private static final int LONGEST_NUMBER = 40;

	private static final Pattern ADDRESS = Pattern.compile("[^\\s,;<>()\"]+@[^\\s,;<>()\"]+");

	private static final Pattern MAILTO = Pattern.compile("(?i)^mailto:");

	private static final Pattern AT = Pattern
		.compile("(?i)\\s*[(\\[{]\\s*(at|a|snabel-?a)\\s*[)\\]}]\\s*|\\s+(at|snabel-?a)\\s+");

	private static final Pattern SPACED_AT = Pattern.compile("\\s*@\\s*");

	// what spreadsheets write so that a number stays a text
	private static final Pattern TEXT_FORMULA = Pattern.compile("(?s)^=\\s*\"(.*)\"$");

	// what exports put before a text that a spreadsheet would compute
	private static final Pattern PROTECTED = Pattern.compile("(?s)^'(?=\\s*[=+\\-@|%\\t\\r])");

	private static final Pattern COUNTRY = Pattern.compile("^(?i)(SE|S|FI)[- ]");

	private static final Pattern POSTAL_CODE = Pattern.compile("\\d{5}");

	private final Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);

	private final List<String> headings;

	private final String country;

	private final String language;

	private final Places.Known places;

	private final Vocabulary vocabulary;

	private final SectorReader sectors;

	private final Map<String, Optional<PhoneNumber>> phones = new HashMap<>();

	/**
	 * @param read what each column is read as, null for those that are not
	 */
	RowReader(List<String> headings, List<@Nullable Column> read, String country, String language, Places.Known places,
			Vocabulary vocabulary, SectorReader sectors) {
		this.headings = headings;
		this.country = country;
		this.language = language;
		this.places = places;
		this.vocabulary = vocabulary;
		this.sectors = sectors;
		for (int i = 0; i < read.size(); i++) {
			Column column = read.get(i);
			if (column != null) {
				this.columns.computeIfAbsent(column, (key) -> new ArrayList<>()).add(i);
			}
		}
	}

	ImportedRow read(TableRows.Row row) {
		List<ImportNote> notes = new ArrayList<>();
		row.repairs().forEach((repair) -> notes.add(ImportNote.of(repair)));
		Map<Column, String> texts = texts(row, notes);
		String name = texts.getOrDefault(Column.NAME, "");
		if (name.isEmpty()) {
			return ImportedRow.refused(row.number(), "", "noName", notes);
		}
		if (name.length() > OrganisationDetails.MAX_NAME) {
			return ImportedRow.refused(row.number(), name, "nameTooLong", notes);
		}
		Reading reading = new Reading(texts, notes);
		OrganisationDetails details = reading.details(name);
		return new ImportedRow(row.number(), name, details, reading.saysLanguage(), null, notes);
	}

	/** The first text of each column, without identity numbers of persons. */
	private Map<Column, String> texts(TableRows.Row row, List<ImportNote> notes) {
		Map<Column, String> texts = new EnumMap<>(Column.class);
		this.columns.forEach((column, indexes) -> {
			for (int index : indexes) {
				String text = (index < row.fields().size()) ? text(row.fields().get(index)) : "";
				if (!text.isEmpty()) {
					texts.put(column, text);
					break;
				}
			}
		});
		for (Column column : List.copyOf(texts.keySet())) {
			String text = Objects.requireNonNull(texts.get(column));
			boolean personal = (column == Column.PHONE) ? PersonalNumber.isInPhone(text)
					: column != Column.POSTAL_CODE && PersonalNumber.isIn(text);
			if (personal) {
				notes.add(ImportNote.of("personalNumber", heading(column)));
				texts.put(column, PlainText.line(PersonalNumber.without(text)));
			}
		}
		return texts;
	}

	private static String text(String field) {
		String text = PlainText.line(field);
		if (text.startsWith("=")) {
			Matcher formula = TEXT_FORMULA.matcher(text);
			return formula.matches() ? PlainText.line(formula.group(1).replace("\"\"", "\"")) : text;
		}
		return text.startsWith("'") ? PROTECTED.matcher(text).replaceFirst("") : text;
	}

	private String heading(Column column) {
		int index = Objects.requireNonNull(this.columns.get(column)).get(0);
		String heading = this.headings.get(index);
		return heading.isEmpty() ? String.valueOf(index + 1) : heading;
	}

	private static String shortened(String text) {
		if (text.length() <= SHOWN) {
			return text;
		}
		boolean halved = Character.isHighSurrogate(text.charAt(SHOWN - 1));
		return text.substring(0, halved ? SHOWN - 1 : SHOWN) + "…";
	}

	private static String capitalised(String shouted) {
		StringBuilder text = new StringBuilder(shouted.toLowerCase(Locale.ROOT));
		for (int i = 0; i < text.length(); i++) {
			if (i == 0 || text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '-') {
				text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
			}
		}
		return text.toString();
	}

	/** One row on its way to clean details. */
	private final class Reading {

		private final Map<Column, String> texts;

		private final List<ImportNote> notes;

		private @Nullable String badNumber;

		private boolean saysLanguage;

		Reading(Map<Column, String> texts, List<ImportNote> notes) {
			this.texts = texts;
			this.notes = notes;
		}

		boolean saysLanguage() {
			return this.saysLanguage;
		}

		OrganisationDetails details(String name) {
			String type = of(Column.TYPE);
			String activity = of(Column.ACTIVITY);
			Sector sector = RowReader.this.sectors.read(type, activity, name);
			String called = (type.isEmpty() && vocabulary().sector(activity).isEmpty()) ? activity : type;
			String postalCode = postalCode();
			String locality = limited(Column.LOCALITY, locality(), 60);
			return new OrganisationDetails(name, number(), sector, limited(Column.TYPE, called, 100),
					municipality(postalCode, locality), postalCode, locality, email(), phone(), website(),
					limited(Column.CONTACT, of(Column.CONTACT), 120), language(), priorityGroup(sector, name),
					this.badNumber);
		}

		private Vocabulary vocabulary() {
			return RowReader.this.vocabulary;
		}

		private @Nullable PriorityGroup priorityGroup(Sector sector, String name) {
			String said = of(Column.PRIORITY_GROUP);
			if (said.isEmpty()) {
				return RowReader.this.columns.containsKey(Column.PRIORITY_GROUP) ? null
						: Classification.priorityGroup(sector, name);
			}
			Optional<PriorityGroup> group = vocabulary().priorityGroup(said);
			if (group.isEmpty()) {
				note("badPriorityGroup", shortened(said));
			}
			return group.orElse(null);
		}

		private @Nullable String postalCode() {
			String said = of(Column.POSTAL_CODE);
			if (said.isEmpty()) {
				return null;
			}
			String digits = COUNTRY.matcher(said).replaceFirst("").replace(" ", "");
			if (POSTAL_CODE.matcher(digits).matches()) {
				return digits;
			}
			note("badPostalCode", shortened(said));
			return null;
		}

		private String locality() {
			String typed = of(Column.LOCALITY);
			boolean shouted = typed.length() > 1 && typed.equals(typed.toUpperCase(Locale.ROOT));
			return shouted ? capitalised(typed) : typed;
		}

		private @Nullable String municipality(@Nullable String postalCode, @Nullable String locality) {
			String written = of(Column.MUNICIPALITY);
			String said = RowReader.this.places.ofName(written);
			String ofPostalCode = RowReader.this.places.ofPostalCode(postalCode);
			String ofLocality = RowReader.this.places.ofLocality(locality);
			String municipality = Stream
				.of(Optional.ofNullable(said), Optional.ofNullable(ofPostalCode), Optional.ofNullable(ofLocality))
				.flatMap(Optional::stream)
				.findFirst()
				.orElse(null);
			if (!written.isEmpty() && said == null) {
				note("badMunicipality", shortened(written));
			}
			else if (municipality == null) {
				note("municipalityUnknown");
			}
			if (RowReader.this.places.outside(municipality)) {
				note("outsideArea");
			}
			else if (said == null && municipality != null && ofLocality != null && !ofLocality.equals(municipality)) {
				note("placesDiffer");
			}
			return municipality;
		}

		/**
		 * One that is wrong is kept as it was written, beside the place of right ones.
		 */
		private @Nullable String number() {
			String said = of(Column.NUMBER);
			Optional<OrganisationNumber> number = OrganisationNumber.parse(said);
			if (number.isEmpty() && !said.isEmpty()) {
				note("badNumber", shortened(said));
				this.badNumber = (said.length() <= LONGEST_NUMBER) ? said : null;
			}
			return number.map(OrganisationNumber::value).orElse(null);
		}

		private @Nullable String email() {
			String typed = of(Column.EMAIL);
			if (typed.isEmpty()) {
				return null;
			}
			String repaired = SPACED_AT.matcher(AT.matcher(MAILTO.matcher(typed).replaceFirst("")).replaceAll("@"))
				.replaceAll("@");
			Matcher addresses = ADDRESS.matcher(repaired);
			Optional<EmailAddress> email = addresses.find()
					? EmailAddress.parse(MAILTO.matcher(addresses.group().replaceFirst("\\.$", "")).replaceFirst(""))
					: Optional.empty();
			if (email.isEmpty()) {
				note("badEmail", shortened(typed));
			}
			else if (!typed.contains("@")) {
				note("repairedEmail", shortened(typed));
			}
			else if (addresses.find()) {
				note("severalEmails", shortened(typed));
			}
			return email.map(EmailAddress::value).orElse(null);
		}

		private @Nullable String phone() {
			return parsed(Column.PHONE, "badPhone",
					(typed) -> RowReader.this.phones
						.computeIfAbsent(typed, (it) -> PhoneNumber.parse(it, RowReader.this.country))
						.map(PhoneNumber::value));
		}

		private @Nullable String website() {
			return parsed(Column.WEBSITE, "badWebsite", (typed) -> Website.parse(typed).map(Website::value));
		}

		private @Nullable String parsed(Column column, String problem,
				java.util.function.Function<String, Optional<String>> parser) {
			String typed = of(column);
			if (typed.isEmpty()) {
				return null;
			}
			Optional<String> value = parser.apply(typed);
			if (value.isEmpty()) {
				note(problem, shortened(typed));
			}
			return value.orElse(null);
		}

		private String language() {
			String said = of(Column.LANGUAGE).toLowerCase(Locale.ROOT);
			Predicate<String> begins = said::startsWith;
			String found = null;
			if (begins.test("sv") || begins.test("ruots")) {
				found = "sv";
			}
			else if (begins.test("fi") || begins.test("suom")) {
				found = "fi";
			}
			else if (begins.test("en")) {
				found = "en";
			}
			else if (!said.isEmpty()) {
				note("badLanguage", shortened(said));
			}
			this.saysLanguage = found != null;
			return (found != null) ? found : RowReader.this.language;
		}

		private @Nullable String limited(Column column, String text, int most) {
			if (text.length() <= most) {
				return text.isEmpty() ? null : text;
			}
			note("tooLong", columnHeading(column), shortened(text));
			return null;
		}

		private String columnHeading(Column column) {
			return RowReader.this.columns.containsKey(column) ? heading(column) : heading(Column.ACTIVITY);
		}

		private String of(Column column) {
			return this.texts.getOrDefault(column, "");
		}

		private void note(String key, Object... arguments) {
			this.notes.add(ImportNote.of(key, arguments));
		}

	}

}
