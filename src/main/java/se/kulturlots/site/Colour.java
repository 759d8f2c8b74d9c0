package se.kulturlots.site;

/**
 * A colour of the screen.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
record Colour(int red, int green, int blue) {

	static final Colour WHITE = new Colour(255, 255, 255);

	static final Colour BLACK = new Colour(0, 0, 0);

	static Colour parse(String hex) {
		int rgb = Integer.parseInt(hex.substring(1), 16);
		return new Colour(rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff);
	}

	/** This colour with a share of another. */
	Colour mixed(Colour other, double share) {
		return new Colour(mix(this.red, other.red, share), mix(this.green, other.green, share),
				mix(this.blue, other.blue, share));
	}

	private static int mix(int own, int other, double share) {
		return (int) Math.round(own + (other - own) * share);
	}

	/** This colour, moved towards another until both can be told apart. */
	Colour untilReadableOn(Colour ground, Colour towards, double contrast) {
		Colour moved = this;
		for (int step = 1; step <= 50 && moved.contrastWith(ground) < contrast; step++) {
			moved = mixed(towards, step / 50.0);
		}
		return moved;
	}

	/** The ratio of WCAG 2, from 1 to 21. */
	double contrastWith(Colour other) {
		double own = luminance();
		double others = other.luminance();
		return (Math.max(own, others) + 0.05) / (Math.min(own, others) + 0.05);
	}

	private double luminance() {
		return 0.2126 * linear(this.red) + 0.7152 * linear(this.green) + 0.0722 * linear(this.blue);
	}

	private static double linear(int channel) {
		double share = channel / 255.0;
		return (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

	String hex() {
		return String.format("#%02x%02x%02x", this.red, this.green, this.blue);
	}

}
