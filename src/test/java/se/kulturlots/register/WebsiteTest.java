package se.kulturlots.register;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebsiteTest {

	@ParameterizedTest
	@CsvSource({ "www.kråkåsens.example,https://www.kråkåsens.example", "http://a.example/x?y=1,http://a.example/x?y=1",
			"a-b.example/om-oss,https://a-b.example/om-oss" })
	void addressesGetAScheme(String typed, String value) {
		assertThat(Website.parse(typed)).map(Website::value).hasValue(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "javascript:alert(1)", "data:text/html,x", "ftp://a.example", "saknas",
			"https://a.example/\"onclick", "https://a b.example", "https://user@a.example", "http://a..example",
			"//a.example" })
	void whatIsNotSafeToLinkToIsLeftOut(String typed) {
		assertThat(Website.parse(typed)).isEmpty();
	}

}
