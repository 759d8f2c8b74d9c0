package se.kulturlots.core;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdTest {

	final CaseId one = new CaseId(UUID.randomUUID());

	@Test
	void isTheSameWhereTheKindIsNotKnown() {
		Id businessKey = Id.parse(this.one.toString());
		assertThat(businessKey).isEqualTo(this.one).hasSameHashCodeAs(this.one);
		assertThat(this.one).isEqualTo(businessKey).isNotEqualTo(CaseId.NONE);
	}

	@Test
	void severalAreTheirUuidsInTheirOrder() {
		CaseId other = new CaseId(UUID.randomUUID());
		assertThat(Id.texts(List.of(this.one, other))).containsExactly(this.one.value().toString(),
				other.value().toString());
	}

	@Test
	void isTheUuidInTextsAndInJson() throws Exception {
		ObjectMapper json = new ObjectMapper();
		String written = json.writeValueAsString(this.one);
		assertThat(written).isEqualTo('"' + this.one.value().toString() + '"');
		assertThat(json.readValue(written, CaseId.class)).isEqualTo(this.one);
	}

	@Test
	void isMadeOfTheKindThatIsAskedFor() {
		assertThat(Id.of(CaseId.class, this.one.value())).isExactlyInstanceOf(CaseId.class).isEqualTo(this.one);
	}

}
