package se.kulturlots.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of what people type. */
class PlainTextTest {

	@ParameterizedTest
	@ValueSource(strings = { "Kultur\tplan", "Kultur\nplan", "Kultur\r\nplan", "Kultur\rplan", "Kultur\u0000plan",
			"Kultur\u000Bplan", "Kultur\u0085plan", "Kultur\u2028plan", "Kultur\u2029plan", "Kultur\u00A0plan",
			"Kultur \u3000 plan", "\uFEFFKultur plan", "\u202EKultur\u202C plan", "\u2066Kultur\u2069 \u200Eplan\u200F",
			"Kul\u00ADtur pl\u200Ban", "Kultur \u200C\u200Dplan\u2060", "Kultur \uD83Eplan\uFFFE",
			" \t\nKultur plan\t " })
	void aLineHoldsNothingThatSteers(String typed) {
		assertThat(PlainText.line(typed)).isEqualTo("Kultur plan");
	}

	@ParameterizedTest
	@CsvSource({ "A\u030Angstro\u0308m, Ångström", "👩\u200D🎤 sjunger, 👩\u200D🎤 sjunger",
			"می\u200Cخواهم, می\u200Cخواهم", "क्\u200Dष, क्\u200Dष", "ab\u200Dc, abc" })
	void lettersAreComposedAndJoinedOnlyWhereTheyAreWrittenSo(String typed, String line) {
		assertThat(PlainText.line(typed)).isEqualTo(line);
		assertThat(PlainText.text(typed)).isEqualTo(line);
	}

	@Test
	void aTextKeepsItsLinesAndNothingElse() {
		assertThat(PlainText.text(" Ett\r\ntvå\rtre\u0085fyra\u2028fem\u000Bsex\tsju\u0000\u202E\u0007\n\n åtta \n"))
			.isEqualTo("Ett\ntvå\ntre\nfyra\nfem\nsex\tsju\n\n åtta");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u0000", "\u200B", "\u00A0\u2028", "\u202E\u202C", "\uFEFF\t" })
	void whatNobodySeesIsNothing(String typed) {
		assertThat(PlainText.lineOrNull(typed)).isNull();
		assertThat(PlainText.textOrNull(typed)).isNull();
	}

	@Test
	void everyLetterOfOursIsWhatItIsAmongOthersToo() {
		for (char one = 0; one < '\u0300'; one++) {
			int type = Character.getType(one);
			String between = (type == Character.CONTROL || Character.isSpaceChar(one)) ? " "
					: (type == Character.FORMAT) ? "" : String.valueOf(one);
			assertThat(PlainText.line("a" + one + "b")).as("U+%04X", (int) one).isEqualTo("a" + between + "b");
			// beside a letter that is composed
			assertThat(PlainText.line("A\u030A" + one + "b")).as("U+%04X", (int) one).isEqualTo("Å" + between + "b");
		}
		assertThat(PlainText.line(" a  b ")).isEqualTo("a b");
	}

}
