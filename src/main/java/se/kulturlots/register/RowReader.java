package se.kulturlots.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.PlainText;

/**
 * Makes clean details out of the rows of a file. What cannot be used is left out with a
 * warning; only a row without a usable name is refused.
 */
class RowReader {

	// a field this long is the sign of a quotation mark that was never closed
	private static final int UNREADABLE = 2000;

	private static final int SHORT = 60;

	private static final Pattern ADDRESS = Pattern.compile("[^\\s,;<>()\"]+@[^\\s,;<>()\"]+");

	private final Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);

	private final List<String> headings;

	private final String country;

	private final String language;

	private final ImportNotes notes;

	RowReader(List<String> headings, String country, String language, ImportNotes notes) {
		this.headings = headings.stream().map(PlainText::line).toList();
		this.country = country;
		this.language = language;
		this.notes = notes;
		for (int i = 0; i < headings.size(); i++) {
			int index = i;
			Column.of(headings.get(i))
				.ifPresent((column) -> this.columns.computeIfAbsent(column, (key) -> new ArrayList<>()).add(index));
		}
		if (!this.columns.containsKey(Column.NAME)) {
			throw RegisterProblem.noNameColumn();
		}
	}

	List<String> unusedHeadings() {
		return this.headings.stream().filter((heading) -> !heading.isEmpty() && Column.of(heading).isEmpty()).toList();
	}

	@Nullable String postalCode(CsvTable.Row row) {
		String digits = text(row, Column.POSTAL_CODE).replaceFirst("^(?i)(SE|S|FI)[- ]", "").replace(" ", "");
		return digits.matches("\\d{5}") ? digits : null;
	}

	String locality(CsvTable.Row row) {
		String typed = text(row, Column.LOCALITY);
		boolean shouted = typed.length() > 1 && typed.equals(typed.toUpperCase(Locale.ROOT));
		return shouted ? capitalised(typed) : typed;
	}

	Optional<ImportRow> read(CsvTable.Row row, Places.Known places) {
		String name = text(row, Column.NAME);
		if (row.fields().stream().anyMatch((field) -> field.length() > UNREADABLE)) {
			this.notes.refused(row.number(), shortened(name), "fieldTooLong");
			return Optional.empty();
		}
		if (name.isEmpty()) {
			this.notes.refused(row.number(), "", "noName");
			return Optional.empty();
		}
		if (name.length() > OrganisationDetails.MAX_NAME) {
			this.notes.refused(row.number(), shortened(name), "nameTooLong", OrganisationDetails.MAX_NAME);
			return Optional.empty();
		}
		String type = text(row, Column.TYPE);
		String activity = text(row, Column.ACTIVITY);
		Sector sector = Classification.sector(type, activity, name);
		String postalCode = postalCode(row);
		if (postalCode == null) {
			warnIfAny(row, Column.POSTAL_CODE, "badPostalCode");
		}
		String locality = limited(row, Column.LOCALITY, locality(row), 60);
		return Optional.of(new ImportRow(row.number(),
				new OrganisationDetails(name, number(row), sector,
						limited(row, Column.TYPE, type.isEmpty() ? activity : type, 100),
						municipality(row, places, postalCode, locality), postalCode, locality, email(row), phone(row),
						website(row), limited(row, Column.CONTACT, text(row, Column.CONTACT), 120), language(row),
						Classification.priorityGroup(sector, name))));
	}

	private @Nullable String municipality(CsvTable.Row row, Places.Known places, @Nullable String postalCode,
			@Nullable String locality) {
		String said = places.ofName(text(row, Column.MUNICIPALITY));
		String ofPostalCode = places.ofPostalCode(postalCode);
		String ofLocality = places.ofLocality(locality);
		String municipality = Stream
			.of(Optional.ofNullable(said), Optional.ofNullable(ofPostalCode), Optional.ofNullable(ofLocality))
			.flatMap(Optional::stream)
			.findFirst()
			.orElse(null);
		if (municipality == null) {
			warning(row, "municipalityUnknown");
		}
		else if (places.outside(municipality)) {
			warning(row, "outsideArea");
		}
		else if (said == null && ofLocality != null && !ofLocality.equals(municipality)) {
			warning(row, "placesDiffer");
		}
		return municipality;
	}

	private @Nullable String number(CsvTable.Row row) {
		Optional<OrganisationNumber> number = OrganisationNumber.parse(text(row, Column.NUMBER));
		if (number.isEmpty()) {
			warnIfAny(row, Column.NUMBER, "badNumber");
		}
		return number.map(OrganisationNumber::value).orElse(null);
	}

	private @Nullable String email(CsvTable.Row row) {
		String typed = text(row, Column.EMAIL);
		String repaired = typed.replaceFirst("(?i)^mailto:", "")
			.replaceAll("(?i)\\s*[(\\[{]\\s*(at|a|snabel-?a)\\s*[)\\]}]\\s*|\\s+(at|snabel-?a)\\s+", "@")
			.replaceAll("\\s*@\\s*", "@");
		Matcher addresses = ADDRESS.matcher(repaired);
		Optional<EmailAddress> email = addresses.find()
				? EmailAddress.parse(addresses.group().replaceFirst("\\.$", "").replaceFirst("(?i)^mailto:", ""))
				: Optional.empty();
		if (email.isEmpty()) {
			warnIfAny(row, Column.EMAIL, "badEmail");
		}
		else if (!typed.contains("@")) {
			warning(row, "repairedEmail");
		}
		else if (addresses.find()) {
			warning(row, "severalEmails");
		}
		return email.map(EmailAddress::value).orElse(null);
	}

	private @Nullable String phone(CsvTable.Row row) {
		Optional<PhoneNumber> phone = PhoneNumber.parse(text(row, Column.PHONE), this.country);
		if (phone.isEmpty()) {
			warnIfAny(row, Column.PHONE, "badPhone");
		}
		return phone.map(PhoneNumber::value).orElse(null);
	}

	private @Nullable String website(CsvTable.Row row) {
		Optional<Website> website = Website.parse(text(row, Column.WEBSITE));
		if (website.isEmpty()) {
			warnIfAny(row, Column.WEBSITE, "badWebsite");
		}
		return website.map(Website::value).orElse(null);
	}

	private String language(CsvTable.Row row) {
		String said = text(row, Column.LANGUAGE).toLowerCase(Locale.ROOT);
		if (said.startsWith("sv") || said.startsWith("ruots")) {
			return "sv";
		}
		if (said.startsWith("fi") || said.startsWith("suom")) {
			return "fi";
		}
		return (said.startsWith("en") || said.startsWith("eng")) ? "en" : this.language;
	}

	private @Nullable String limited(CsvTable.Row row, Column column, String text, int most) {
		if (text.length() <= most) {
			return text.isEmpty() ? null : text;
		}
		warning(row, "tooLong", heading(column));
		return null;
	}

	private String text(CsvTable.Row row, Column column) {
		return this.columns.getOrDefault(column, List.of())
			.stream()
			.filter((index) -> index < row.fields().size())
			.map((index) -> PlainText.line(row.fields().get(index)))
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse("");
	}

	private void warnIfAny(CsvTable.Row row, Column column, String key) {
		if (!text(row, column).isEmpty()) {
			warning(row, key);
		}
	}

	private void warning(CsvTable.Row row, String key, Object... arguments) {
		this.notes.warning(row.number(), text(row, Column.NAME), key, arguments);
	}

	private String heading(Column column) {
		return this.headings.get(this.columns.get(column).get(0));
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

	private static String shortened(String name) {
		if (name.length() <= SHORT) {
			return name;
		}
		boolean halved = Character.isHighSurrogate(name.charAt(SHORT - 1));
		return name.substring(0, halved ? SHORT - 1 : SHORT) + "…";
	}

}
