package se.kulturlots.register;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrganisationNumberTest {

	@ParameterizedTest
	@CsvSource({ "802102-2945,802102-2945", "8021022945,802102-2945", "168021022945,802102-2945",
			"16802102-2945,802102-2945", "' 802102 2945 ',802102-2945", "802102–2945,802102-2945",
			"1234567-1,1234567-1" })
	void numbersAreReadHoweverTheyAreWritten(String typed, String value) {
		assertThat(OrganisationNumber.parse(typed)).map(OrganisationNumber::value).hasValue(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "802102-2946", "802481-867", "16802462160", "802102-29455", "abc", "1234567-2",
			"80210２-2945" })
	void whatIsNoNumberIsLeftOut(String typed) {
		assertThat(OrganisationNumber.parse(typed)).isEmpty();
	}

	@Test
	void aPersonsIdentityNumberIsNeverTakenForOne() {
		assertThat(OrganisationNumber.parse("811218-9876")).isEmpty();
		assertThat(OrganisationNumber.parse("198112189876")).isEmpty();
	}

}
