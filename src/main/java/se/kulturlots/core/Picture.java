package se.kulturlots.core;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A picture as pages show it: cut to 3:2, in several widths and two formats.
 *
 * @param authorityId whose it is
 * @param name names it and no other in its addresses
 * @param alt what is to be seen on it, empty if it only decorates
 * @param focus what of it stays in sight where there is less room
 * @param widest the width of its largest file, in pixels
 * @param modern whether there are WebP files besides JPEG
 */
public record Picture(String authorityId, String name, String alt, Focus focus, int widest, boolean modern) {

	/** The widths of its files, those that are not wider than the picture itself. */
	public static final List<Integer> WIDTHS = List.of(480, 800, 1200);

	/**
	 * The widths it has.
	 * @return in pixels, the smallest first
	 */
	public List<Integer> widths() {
		return WIDTHS.stream().filter((width) -> width <= this.widest).toList();
	}

	/**
	 * The height of a picture of some width.
	 * @return in pixels
	 */
	public static int height(int width) {
		return Math.round(width / 1.5f);
	}

	/**
	 * The address of a file.
	 * @param width one of its widths
	 * @param format jpg or webp
	 */
	public String address(int width, String format) {
		return "/theme/" + this.authorityId + "/" + this.name + "-" + width + "." + format;
	}

	/**
	 * All files of a format, for the browser to choose from.
	 * @param format jpg or webp
	 * @return as {@code srcset} wants it
	 */
	public String addresses(String format) {
		return widths().stream()
			.map((width) -> address(width, format) + " " + width + "w")
			.collect(Collectors.joining(", "));
	}

	/** Which part of a picture matters most: one of nine. */
	public enum Focus {

		TOP_LEFT, TOP, TOP_RIGHT, LEFT, CENTRE, RIGHT, BOTTOM_LEFT, BOTTOM, BOTTOM_RIGHT;

		/**
		 * How far to the right it lies.
		 * @return 0, 0.5 or 1
		 */
		public double across() {
			return (ordinal() % 3) / 2.0;
		}

		/**
		 * How far down it lies.
		 * @return 0, 0.5 or 1
		 */
		public double down() {
			return (ordinal() / 3) / 2.0;
		}

	}

}
