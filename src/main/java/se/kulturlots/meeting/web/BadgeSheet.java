package se.kulturlots.meeting.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import se.kulturlots.meeting.Registration;

/**
 * A sheet of name badges.
 *
 * @param badges at most eight
 * @param last whether no other sheet comes after it
 */
public record BadgeSheet(List<Badge> badges, boolean last) {

	/** How many badges a sheet has. */
	static final int SIZE = 8;

	/** How wide a line is, in points. */
	private static final double WIDTH = 221;

	/** How wide a bold letter is on average, and a broad one, of its size. */
	private static final double LETTER = 0.62;

	private static final double BROAD = 0.68;

	static List<BadgeSheet> of(List<Registration> people) {
		int sheets = (people.size() + SIZE - 1) / SIZE;
		return IntStream.range(0, sheets)
			.mapToObj(
					(sheet) -> new BadgeSheet(people.subList(sheet * SIZE, Math.min(people.size(), (sheet + 1) * SIZE))
						.stream()
						.map((one) -> new Badge(one.name(), one.organisation()))
						.toList(), sheet == sheets - 1))
			.toList();
	}

	/**
	 * What somebody wears.
	 *
	 * @param name first and last name
	 * @param organisation for whom they speak, or null
	 */
	public record Badge(String name, @Nullable String organisation) {

		private static final double[] NAMES = { 27, 21, 16 };

		private static final double[] ORGANISATIONS = { 14, 11 };

		/** The step of the size in which the name has room, from 1. */
		public int nameSize() {
			return step(this.name, NAMES, 82);
		}

		/** The step of the size in which the organisation has room, from 1. */
		public int organisationSize() {
			return (this.organisation != null) ? step(this.organisation, ORGANISATIONS, 39) : 1;
		}

		private static int step(String text, double[] sizes, double height) {
			int longest = Arrays.stream(text.split("[\\s-]+")).mapToInt(String::length).max().orElse(0);
			for (int i = 0; i < sizes.length; i++) {
				double lines = Math.ceil(text.length() * LETTER * sizes[i] / (WIDTH * 0.9));
				if (longest * BROAD * sizes[i] <= WIDTH && lines * sizes[i] * 1.2 <= height) {
					return i + 1;
				}
			}
			return sizes.length + 1;
		}

	}

}
