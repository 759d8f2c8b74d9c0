package se.kulturlots.register;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns of a register that are read, with the headings by which they are known. */
enum Column {

	NAME("föreningsnamn", "foreningsnamn", "förening", "föreningensnamn", "namn", "namnpåförening", "organisation",
			"organisationsnamn", "name", "organisationname", "yhdistys", "yhdistyksennimi", "järjestö", "järjestönnimi",
			"nimi"),
	NUMBER("organisationsnummer", "organisationsnr", "orgnummer", "orgnr", "föreningsnummer", "organisationnumber",
			"ytunnus"),
	TYPE("föreningstyp", "typ", "typavförening", "organisationstyp", "föreningskategori", "type", "tyyppi",
			"yhdistystyyppi"),
	ACTIVITY("verksamhet", "verksamhetsområde", "verksamhetstyp", "inriktning", "kategori", "sektor", "aktivitet",
			"huvudaktivitet", "activity", "sector", "toiminta", "toimiala", "sektori"),
	PRIORITY_GROUP("prioriteradgrupp", "prioriteradegrupper", "prioritygroup", "ensisijainenryhmä", "painopisteryhmä"),
	POSTAL_CODE("postnr", "postnummer", "postalcode", "postcode", "zip", "postinumero"),
	LOCALITY("ort", "postort", "stad", "locality", "city", "postitoimipaikka", "paikkakunta"),
	MUNICIPALITY("kommun", "kommunnamn", "kommunkod", "hemkommun", "municipality", "kunta", "kotikunta"),
	EMAIL("epost", "epostadress", "email", "emailadress", "mail", "mailadress", "mejl", "mejladress", "sähköposti",
			"sähköpostiosoite"),
	PHONE("telefon", "telefonnummer", "telefonnr", "tel", "tfn", "mobil", "mobilnummer", "mobiltelefon", "phone",
			"puhelin", "puhelinnumero"),
	WEBSITE("webbplats", "webbsida", "webb", "webbadress", "hemsida", "url", "www", "website", "verkkosivu",
			"verkkosivut", "kotisivu", "kotisivut"),
	CONTACT("kontaktperson", "kontakt", "ordförande", "contact", "contactperson", "yhteyshenkilö"),
	LANGUAGE("språk", "language", "kieli");

	private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]");

	private static final Map<String, Column> BY_HEADING = new HashMap<>();

	static {
		Arrays.stream(values())
			.forEach((column) -> column.headings.forEach((heading) -> BY_HEADING.put(heading, column)));
	}

	private final List<String> headings;

	Column(String... headings) {
		this.headings = List.of(headings);
	}

	static Optional<Column> of(String heading) {
		return Optional.ofNullable(BY_HEADING.get(plain(heading)));
	}

	/**
	 * How well a heading says what the column is: the first of those known is the best.
	 */
	int rank(String heading) {
		return this.headings.indexOf(plain(heading));
	}

	private static String plain(String heading) {
		return NOT_LETTERS.matcher(Normalizer.normalize(heading, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
			.replaceAll("");
	}

}
