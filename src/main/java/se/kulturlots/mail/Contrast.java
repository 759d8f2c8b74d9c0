package se.kulturlots.mail;

import java.awt.Color;

/** Which colour of text can be read on a background. */
final class Contrast {

	private Contrast() {
	}

	/**
	 * Black or white, whichever contrasts more (WCAG 2.2, relative luminance).
	 * @param background as #rrggbb
	 * @return as #rrggbb
	 */
	static String readableOn(String background) {
		float[] rgb = Color.decode(background).getRGBColorComponents(null);
		double luminance = 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
		return (1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05) ? "#ffffff" : "#000000";
	}

	private static double linear(double channel) {
		return (channel <= 0.04045) ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
	}

}
