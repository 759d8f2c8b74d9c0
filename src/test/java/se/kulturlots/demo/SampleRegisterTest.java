package se.kulturlots.demo;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** The organisations of the demo have names that organisations have. */
class SampleRegisterTest {

	@ParameterizedTest
	@ValueSource(strings = { "uppsala-lan.csv", "sunnanvik.csv" })
	void eachNameIsOneOfAnOrganisation(String file) throws Exception {
		String text = new ClassPathResource("demo/" + file).getContentAsString(StandardCharsets.UTF_8)
			.replace("\uFEFF", "");
		assertThat(text.lines()).hasSizeGreaterThan(1)
			.allSatisfy((line) -> assertThat(line).matches("\\p{Lu}[\\p{L}\\d .&-]+;([^;\"=<>]*;){7}[^;\"=<>]*"));
	}

}
