package se.kulturlots.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchWordsTest {

	@Test
	void whatMeansSomethingToTheDatabaseIsOnlyText() {
		assertThat(SearchWords.of("100% a_b \\ it's").parameters()).containsEntry("word0", "%100\\%%")
			.containsEntry("word1", "%a\\_b%")
			.containsEntry("word2", "%\\\\%")
			.containsEntry("word3", "%it's%")
			.containsEntry("words", "100:* & a:* & b:* & it:* & s:*");
	}

	@Test
	void asMuchAsAPersonMeansIsTaken() {
		assertThat(SearchWords.of("ord ".repeat(100)).parameters()).hasSize(9);
		assertThat(SearchWords.of("\uD83D\uDE00".repeat(100)).parameters().get("word0").toString()).hasSize(122);
		assertThat(SearchWords.of(null).enough()).isFalse();
		assertThat(SearchWords.of(" \u0000 a").enough()).isFalse();
		assertThat(SearchWords.of("a bc").enough()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "biblioteket,Alla bibliotek öppnar,bibliotek", "BIBLIOTEK,Landsbibliotekens hus,bibliotek",
			"kirjastojen,Uudet kirjastot avataan,kirjastot", "hus,Inget alls," })
	void thePlaceIsFoundInAnyForm(String looked, String text, String found) {
		int[] place = SearchWords.of(looked).find(text);
		if (found == null) {
			assertThat(place).isNull();
		}
		else {
			assertThat(text.substring(place[0], place[1])).isEqualTo(found);
		}
	}

}
