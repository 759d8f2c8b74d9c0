package se.kulturlots.register;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberTest {

	@ParameterizedTest
	@ValueSource(strings = { "070-174 06 05", "0701740605", "+46701740605", "46 70 174 06 05", "0046 70 1740605",
			"070 1740605 (kväll)", "+46 (0)70-174 06 05", "tel. 070/1740605", "070-1740605, 018-46500400" })
	void oneNumberInAllItsFormsIsOneNumber(String typed) {
		assertThat(PhoneNumber.parse(typed, "SE")).map(PhoneNumber::value).hasValue("+46701740605");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "se webben", "12345", "1740605", "070", "+12", "99999999999999999999" })
	void whatIsNoNumberIsLeftOut(String typed) {
		assertThat(PhoneNumber.parse(typed, "SE")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "+46701740605,070-174 06 05", "+46846500400,08-465 004 00", "+4618123456,018-12 34 56",
			"+46171123456,0171-12 34 56", "+358501234567,+358 50 1234567", "+461812345,01812345",
			"+4616123456,016-12 34 56" })
	void itIsShownAsPeopleWriteIt(String value, String shown) {
		assertThat(new PhoneNumber(value).display()).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource({ "050 123 4567,+358501234567", "+358 50 1234567,+358501234567" })
	void aFinnishAuthoritysNumbersAreFinnish(String typed, String value) {
		assertThat(PhoneNumber.parse(typed, "FI")).map(PhoneNumber::value).hasValue(value);
	}

}
