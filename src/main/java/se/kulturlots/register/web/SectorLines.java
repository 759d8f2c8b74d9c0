package se.kulturlots.register.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.PlainText;
import se.kulturlots.core.web.Form;
import se.kulturlots.register.Sector;
import se.kulturlots.register.SectorTable;
import se.kulturlots.register.SectorWord;

/** Words and the sectors chosen for them, as numbered fields of a form. */
final class SectorLines {

	static final String WORD = "word.";

	static final String SECTOR = "sector.";

	private static final int MOST = 1000;

	private SectorLines() {
	}

	/** The words of a form that was sent, in its order. */
	static List<String> words(Form form) {
		List<String> words = new ArrayList<>();
		for (int i = 0; i < MOST && form.typed().containsKey(WORD + i); i++) {
			words.add(form.value(WORD + i));
		}
		return words;
	}

	/**
	 * The lines of a form that was sent; what is wrong about them is said at their
	 * fields.
	 */
	static List<SectorTable.Line> of(Form form) {
		List<SectorTable.Line> lines = new ArrayList<>();
		List<String> words = words(form);
		for (int i = 0; i < words.size(); i++) {
			String word = PlainText.line(words.get(i));
			String chosen = form.value(SECTOR + i);
			@Nullable Sector sector = sector(chosen).orElse(null);
			if (sector == null && !chosen.isEmpty()) {
				form.error(SECTOR + i, "register.field.sector.wrong");
			}
			if (word.length() > SectorWord.LONGEST) {
				form.error(WORD + i, "register.field.tooLong", SectorWord.LONGEST);
			}
			if (word.isEmpty() && sector != null) {
				form.error(WORD + i, "register.sectors.word.missing");
			}
			if (!word.isEmpty()) {
				lines.add(new SectorTable.Line(word, sector));
			}
		}
		return lines;
	}

	private static Optional<Sector> sector(String name) {
		return Arrays.stream(Sector.values()).filter((sector) -> sector.name().equals(name)).findFirst();
	}

}
