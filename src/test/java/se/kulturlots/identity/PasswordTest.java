package se.kulturlots.identity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PasswordTest {

	@ParameterizedTest
	@ValueSource(strings = { "password1234", "Password1234!", "losenord1234", "lösenord2026", "L0senord!2026",
			"qwertyuiop12", "asdfghjklöä1", "1qaz2wsx3edc", "q1w2e3r4t5y6", "kulturlots2026", "Kulturlots-demo",
			"aaaaaaaabbbb", "abababababab", "xkzqxkzqxkzq", "123456789012", "20261130-1234", "salasana12345",
			"Salasanasalasana", "sommar2026sommar", "Välkommen123456!", "hejsanhejsan!!", "Stockholm2026!",
			"vasterbotten2026", "Norrbottens-kommun", "ilovestockholm", "januarifebruari", "P@ssw0rdP@ssw0rd",
			"mittlosenord12", "- - - - - - - - a", "adminadmin1234", "fotbollhammarby", "camunda-camunda7",
			"correct horse battery", "fika-i-kulturhuset" })
	void whatEverybodyTriesIsRefused(String password) {
		assertThatExceptionOfType(IdentityProblem.class).isThrownBy(() -> new Password(password).chosenFor("kim.ek"))
			.withMessageContaining("passwordIsSimple");
		assertThat(new Password(password).mayBeChosenFor("kim.ek")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "  åtta gröna elefanter ", "nio blå elefanter", "fyra gula elefanter",
			"min granne odlar rabarber", "anna har en banan kvar", "correct horse battery staple", "k7#mQz2p!xW4",
			"Tjugo cyklar på taket 1987", "sininen polkupyörä sateessa", "gåsen går baklänges",
			"ponnyn-heter-Bulldozer", "kaffe-i-gula-huset", "пароль из двух слов" })
	void whatOnlyOnePersonThinksOfIsNot(String password) {
		assertThatNoException().isThrownBy(() -> new Password(password).chosenFor("kim.ek"));
		assertThat(new Password(password).mayBeChosenFor("kim.ek")).isTrue();
	}

	@Test
	void namesOfThePersonAndTheAuthorityCountAsGuessed() {
		Password password = new Password("Xerxes Zetterqvist 26");
		assertThatNoException().isThrownBy(() -> password.chosenFor("kim.ek"));
		assertThatExceptionOfType(IdentityProblem.class)
			.isThrownBy(() -> password.chosenFor("kim.ek", "Xerxes Zetterqvist"))
			.withMessageContaining("passwordIsSimple");
		assertThatExceptionOfType(IdentityProblem.class)
			.isThrownBy(() -> new Password("xZETTERQVIST-x1").chosenFor("zetterqvist@region.example"))
			.withMessageContaining("passwordIsName");
	}

	@Test
	void theLengthIsCountedAsPeopleCount() {
		assertThatExceptionOfType(IdentityProblem.class)
			.isThrownBy(() -> new Password("🐘🦒🦓🐘🦏🦛🐪🦙").chosenFor("kim.ek"))
			.withMessageContaining("passwordLength");
		assertThatExceptionOfType(IdentityProblem.class)
			.isThrownBy(() -> new Password("k7#mQz2p!xW4".repeat(17)).chosenFor("kim.ek"))
			.withMessageContaining("passwordLength");
		assertThatNoException().isThrownBy(() -> new Password("k7#mQz2p!xW4" + "å".repeat(188)).chosenFor("kim.ek"));
	}

}
