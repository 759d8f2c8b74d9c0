package se.kulturlots.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AccentColoursTest {

	private static final Pattern DECLARATION = Pattern.compile("--ds-color-accent-([a-z-]+):(#[0-9a-f]{6})");

	@ParameterizedTest
	@ValueSource(strings = { "#1a5c4c", "#000000", "#ffffff", "#ffff00", "#ff0000", "#7f7f7f", "#00ffff", "#0062ba",
			"#f5c8d2" })
	void whateverTheColourTextCanBeReadOnLightAndOnDark(String colour) {
		String[] schemes = AccentColours.first(colour).css().split("@media");
		assertThat(schemes).hasSize(2).allSatisfy((css) -> {
			Map<String, Colour> colours = read(css);
			for (String ground : new String[] { "background-default", "background-tinted", "surface-default",
					"surface-tinted", "surface-hover", "surface-active" }) {
				assertThat(contrast(colours, "text-subtle", ground)).as(ground).isGreaterThanOrEqualTo(4.5);
				assertThat(contrast(colours, "text-default", ground)).as(ground).isGreaterThanOrEqualTo(4.5);
			}
			for (String base : new String[] { "base-default", "base-hover", "base-active" }) {
				assertThat(contrast(colours, "base-contrast-default", base)).as(base).isGreaterThanOrEqualTo(4.5);
			}
			assertThat(contrast(colours, "border-default", "background-default")).isGreaterThanOrEqualTo(3);
			assertThat(contrast(colours, "base-default", "background-default")).isGreaterThanOrEqualTo(3);
		});
	}

	@Test
	void theSecondColourIsAsReadableUnderNamesOfItsOwn() {
		String first = AccentColours.first("#ffd500").css();
		assertThat(AccentColours.second("#ffd500").css()).doesNotContain("--ds-color")
			.isEqualTo(first.replace("--ds-color-accent-", "--kl-second-"));
	}

	/** Bands have the second colour, and links and lines in them the first. */
	@Test
	void textInTheFirstColourCanBeReadOnBandsOfAnyOther() {
		List<String> shades = List.of("00", "40", "80", "c0", "ff");
		List<String> colours = shades.stream()
			.flatMap((red) -> shades.stream()
				.flatMap((green) -> shades.stream().map((blue) -> "#" + red + green + blue)))
			.toList();
		for (String first : colours) {
			for (String second : colours) {
				String[] texts = AccentColours.first(first, second).css().split("@media");
				String[] bands = AccentColours.second(second)
					.css()
					.replace("--kl-second-", "--ds-color-accent-")
					.split("@media");
				for (int scheme = 0; scheme < 2; scheme++) {
					Colour band = read(bands[scheme]).get("surface-tinted");
					for (String text : List.of("text-subtle", "text-default")) {
						assertThat(read(texts[scheme]).get(text).contrastWith(band))
							.as("%s %s on %s", text, first, second)
							.isGreaterThanOrEqualTo(4.5);
					}
				}
			}
		}
	}

	private static Map<String, Colour> read(String css) {
		Map<String, Colour> colours = new LinkedHashMap<>();
		DECLARATION.matcher(css)
			.results()
			.forEach((declaration) -> colours.put(declaration.group(1), Colour.parse(declaration.group(2))));
		return colours;
	}

	private static double contrast(Map<String, Colour> colours, String one, String other) {
		return colours.get(one).contrastWith(colours.get(other));
	}

}
