package se.kulturlots.workflow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Why a step failed is told in a line that names nobody. */
class FailureCauseTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Unknown property used in expression: ${nothing}       | Unknown property used in expression: ${nothing}
			No mail server answers at eva@forening.example today  | No mail server answers at … today
			Key (email)=(eva (at) x) already exists               | Key …=… already exists
			Cannot invite 'Eva Exempel': no address               | Cannot invite …: no address
			No such person: 19780607-1234                         | No such person: …
			Call 070-174 06 05 again                              | Call … again
			""")
	void nobodyIsNamed(String message, String told) {
		assertThat(FailureCause.of(message)).isEqualTo(told);
	}

	@Test
	void aLineIsEnough() {
		assertThat(FailureCause.of(null)).isNull();
		assertThat(FailureCause.of(" \n ")).isNull();
		assertThat(FailureCause.of("\nBroken\n\tat se.kulturlots.Some.step(Some.java:42)")).isEqualTo("Broken");
		assertThat(FailureCause.of("x".repeat(500))).hasSize(201);
	}

}
