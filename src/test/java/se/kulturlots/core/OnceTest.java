package se.kulturlots.core;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.testing.KulturlotsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A form that is sent twice does its work once. */
@KulturlotsTest
class OnceTest {

	@Autowired
	Once once;

	@Test
	void theSameFormGivesWhatItGaveBefore() {
		UUID form = UUID.randomUUID();
		UUID made = this.once.make(form, "Kim", UUID::randomUUID);
		assertThat(this.once.make(form, "Kim", UUID::randomUUID)).isEqualTo(made);
		assertThat(this.once.make(form, "Kim, another", UUID::randomUUID)).as("another wish").isNotEqualTo(made);
		assertThat(this.once.make(UUID.randomUUID(), "Kim", UUID::randomUUID)).as("another form").isNotEqualTo(made);
	}

	@Test
	void whatDidNotSucceedIsTriedAgain() {
		UUID form = UUID.randomUUID();
		UUID made = UUID.randomUUID();
		assertThatIllegalStateException().isThrownBy(() -> this.once.make(form, "Kim", () -> {
			throw new IllegalStateException("refused");
		}));
		assertThat(this.once.make(form, "Kim", () -> made)).isEqualTo(made);
	}

}
