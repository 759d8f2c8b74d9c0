package se.kulturlots.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The accent colours of the design system made from one colour, each readable where it is
 * used, on light ground and on dark.
 */
public class AccentColours {

	private static final Colour DARK_GROUND = Colour.parse("#17181a");

	private static final double TEXT = 4.6;

	private static final double STRONG_TEXT = 9;

	private static final double LINE = 3.1;

	private final String prefix;

	private final Colour accent;

	private final @Nullable Colour second;

	private AccentColours(String prefix, String accent, @Nullable String second) {
		this.prefix = prefix;
		this.accent = Colour.parse(accent);
		this.second = (second != null) ? Colour.parse(second) : null;
	}

	/**
	 * The colours of links, buttons and headings.
	 * @param accent as #rrggbb
	 */
	public static AccentColours first(String accent) {
		return first(accent, null);
	}

	/**
	 * The colours of links, buttons and headings, of which text stands on bands too.
	 * @param accent as #rrggbb
	 * @param second the colour of the bands, null if it is the same
	 */
	public static AccentColours first(String accent, @Nullable String second) {
		return new AccentColours("--ds-color-accent-", accent, second);
	}

	/**
	 * The colours of bands and charts.
	 * @param second as #rrggbb
	 */
	public static AccentColours second(String second) {
		return new AccentColours("--kl-second-", second, null);
	}

	/**
	 * The colours as a style sheet.
	 * @return for light ground and for dark
	 */
	public String css() {
		return ":root{" + declarations(light()) + "}\n@media (prefers-color-scheme:dark){:root{" + declarations(dark())
				+ "}}\n";
	}

	/**
	 * How links and buttons look in them.
	 * @return on light ground and on dark
	 */
	public List<Swatch> swatches() {
		return List.of(Swatch.of(light(), false), Swatch.of(dark(), true));
	}

	/**
	 * Whether the colour itself could not be read on light ground, so that another tone
	 * of it is shown.
	 * @return true if it is too light
	 */
	public boolean isAdjusted() {
		return !this.accent.equals(light().get("base-default"));
	}

	private Map<String, Colour> light() {
		return scale(Colour.WHITE, Colour.BLACK, Colour.WHITE);
	}

	private Map<String, Colour> dark() {
		return scale(DARK_GROUND, Colour.WHITE, Colour.BLACK);
	}

	private Map<String, Colour> scale(Colour ground, Colour ink, Colour onBase) {
		Colour tone = tone(this.accent, ground, ink);
		Colour surface = ground.mixed(ink, (ink == Colour.WHITE) ? 0.05 : 0);
		Colour active = ground.mixed(tone, 0.28);
		Colour text = tone.untilReadableOn(active, ink, TEXT).untilReadableOn(surface, ink, TEXT);
		if (this.second != null) {
			text = text.untilReadableOn(tinted(tone(this.second, ground, ink), ground), ink, TEXT);
		}
		Colour base = tone.untilReadableOn(onBase, ink, TEXT);
		Map<String, Colour> colours = new LinkedHashMap<>();
		colours.put("background-default", ground);
		colours.put("background-tinted", ground.mixed(tone, 0.05));
		colours.put("surface-default", surface);
		colours.put("surface-tinted", tinted(tone, ground));
		colours.put("surface-hover", ground.mixed(tone, 0.19));
		colours.put("surface-active", active);
		colours.put("border-subtle", ground.mixed(tone, 0.4));
		colours.put("border-default", tone.untilReadableOn(tinted(tone, ground), ink, LINE));
		colours.put("border-strong", text);
		colours.put("text-subtle", text);
		colours.put("text-default", text.untilReadableOn(active, ink, STRONG_TEXT));
		colours.put("base-default", base);
		colours.put("base-hover", base.mixed(ink, 0.14));
		colours.put("base-active", base.mixed(ink, 0.26));
		colours.put("base-contrast-subtle", onBase.mixed(base, 0.12));
		colours.put("base-contrast-default", onBase);
		return colours;
	}

	private static Colour tone(Colour colour, Colour ground, Colour ink) {
		return colour.untilReadableOn(ground, ink, LINE);
	}

	private static Colour tinted(Colour tone, Colour ground) {
		return ground.mixed(tone, 0.11);
	}

	private String declarations(Map<String, Colour> colours) {
		return colours.entrySet()
			.stream()
			.map((colour) -> this.prefix + colour.getKey() + ":" + colour.getValue().hex())
			.collect(Collectors.joining(";"));
	}

	/**
	 * A link and a button.
	 *
	 * @param dark whether on dark ground
	 * @param ground the ground, as #rrggbb
	 * @param link the colour of a link
	 * @param button the colour of a button
	 * @param onButton the colour of its text
	 * @param linkContrast the link on the ground, by WCAG 2
	 * @param buttonContrast the text on the button
	 */
	public record Swatch(boolean dark, String ground, String link, String button, String onButton, double linkContrast,
			double buttonContrast) {

		private static Swatch of(Map<String, Colour> colours, boolean dark) {
			Colour ground = colour(colours, "background-default");
			Colour link = colour(colours, "text-subtle");
			Colour button = colour(colours, "base-default");
			Colour onButton = colour(colours, "base-contrast-default");
			return new Swatch(dark, ground.hex(), link.hex(), button.hex(), onButton.hex(), link.contrastWith(ground),
					onButton.contrastWith(button));
		}

		private static Colour colour(Map<String, Colour> colours, String name) {
			return Objects.requireNonNull(colours.get(name), name);
		}

	}

}
