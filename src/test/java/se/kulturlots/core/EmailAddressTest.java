package se.kulturlots.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EmailAddressTest {

	@ParameterizedTest
	@CsvSource({ "Info@Forening.EXAMPLE, Info@forening.example", "info@sjögård.example, info@sjögård.example",
			"info@SJÖGÅRD.example, info@sjögård.example", "info@xn--sjgrd-ora1j.example, info@sjögård.example",
			"info@XN--SJGRD-ORA1J.example, info@sjögård.example",
			"in\u200Bfo@fore\u00ADning.example, info@forening.example",
			"\uFEFFinfo@forening.example\u00A0, info@forening.example", "o'hara+ö@x.example, ''" })
	void oneAddressIsWrittenInOneWay(String typed, String value) {
		assertThat(EmailAddress.parse(typed).map(EmailAddress::value).orElse("")).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "info@xn--sjgrd-ora1j.example", "INFO@Sjögård.example", "info@SJO\u0308GA\u030ARD.example" })
	void waysOfWritingOneAddressHaveOneKey(String typed) {
		assertThat(EmailAddress.parse(typed).orElseThrow().key()).isEqualTo("info@sjögård.example");
	}

	@Test
	void onlyWhatCanBeDeliveredIsAnAddress() {
		String label = "å".repeat(58);
		for (String typed : new String[] { "", "@", "a@", "@b.example", "a@b", "a b@c.example", "a..b@c.example",
				".a@c.example", "a.@c.example", "åsa@forening.example", "a@" + "x".repeat(64) + ".example",
				"a@" + label + ".example", "x".repeat(65) + "@b.example", "a@-b.example", "a@b-.example",
				"a@b..example", "a@b.example.", "a@b@c.example", "a@b.example, c@d.example", "a@stra\u00DFe.example",
				"a@\uFF42.example", "a\n@b.example", "a@b_c.example",
				"a@" + ("x".repeat(62) + ".").repeat(4) + "example" }) {
			assertThat(EmailAddress.parse(typed)).as(typed).isEmpty();
			assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(typed));
		}
	}

	@Test
	void whatWasReadOnceIsReadTheSameAgain() {
		for (String typed : new String[] { "a@b.example", "A.B+c@Övre-Å.example",
				"a@" + "x".repeat(63) + ".example" }) {
			String once = EmailAddress.parse(typed).orElseThrow().value();
			assertThat(EmailAddress.parse(once).orElseThrow().value()).isEqualTo(once);
		}
	}

}
