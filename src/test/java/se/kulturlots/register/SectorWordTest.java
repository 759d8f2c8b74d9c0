package se.kulturlots.register;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SectorWordTest {

	@ParameterizedTest
	@CsvSource({ "Idrottsförening,IDROTTSFÖRENINGAR", "Kyrka,kyrkor", "Kör,Körer", "Teater,teatrar",
			"Etnisk förening,Etniska föreningar", "Museum,Museer", "Yhdistys,Yhdistykset", "kuoro,Kuorot",
			"Seura,seurat", "Klubb & lag,Klubbar och lag", "Samfund,Samfund" })
	void singularAndPluralAreTheSame(String one, String several) {
		assertThat(SectorWord.key(one)).isEqualTo(SectorWord.key(several));
	}

	@ParameterizedTest
	@CsvSource({ "Kör,Kår", "Dans,Bridge", "Idrottsförening,Musikförening", "Ort,Orkester", "Kuoro,Kuori" })
	void otherWordsAreOthers(String one, String other) {
		assertThat(SectorWord.key(one)).isNotEqualTo(SectorWord.key(other));
	}

}
