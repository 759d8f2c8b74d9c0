package se.kulturlots.register;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClassificationTest {

	@ParameterizedTest
	@CsvSource({ "Kulturförening,Dans,DANCE", "Kulturföreningar,Kultur,CULTURE",
			"Kulturförening,Bild och form,VISUAL_ARTS", "Kulturföreningar,Film,FILM", "Kulturförening,Musik,MUSIC",
			"Teaterförening,Scenkonst,PERFORMING_ARTS",
			"Etniska föreningar,Nationella minoriteter och migration,ETHNIC", "Ungdomsförening,Barn och unga,YOUTH",
			"Hembygdsförening,Kulturarv,HERITAGE", "Idrottsföreningar,Idrott,SPORTS", "Övrig förening,Landsbygd,RURAL",
			"Trossamfund,Trossamfund,RELIGION", "Pensionärsförening,Pensionärer,PENSIONERS",
			"Studieförbund,Folkbildning,FOLK_EDUCATION", "Övrig förening,'',OTHER",
			"Funktionshindersförening,Kultur,DISABILITY" })
	void theSectorIsReadFromTypeAndActivity(String type, String activity, Sector sector) {
		assertThat(Classification.sector(type, activity, "Namnet")).isEqualTo(sector);
	}

	@ParameterizedTest
	@CsvSource({ "Heby musikförening,MUSIC", "Nya IK,SPORTS", "Sällskapet,OTHER", "Oulun kotiseutuyhdistys,HERITAGE" })
	void theNameIsAskedWhenNothingElseIsSaid(String name, Sector sector) {
		assertThat(Classification.sector("", "", name)).isEqualTo(sector);
	}

	@ParameterizedTest
	@CsvSource({ "ETHNIC,Norra finska förening,NATIONAL_MINORITIES",
			"ETHNIC,Åkerby kurdiska förening,ETHNIC_MINORITIES", "YOUTH,Gamla ungdomsgård,YOUTH",
			"DISABILITY,Hörsel,DISABILITY", "CULTURE,Finska kulturföreningen," })
	void groupsSeldomHeardAreRecognised(Sector sector, String name, PriorityGroup group) {
		assertThat(Classification.priorityGroup(sector, name)).isEqualTo(group);
	}

}
