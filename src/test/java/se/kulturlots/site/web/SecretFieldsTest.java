package se.kulturlots.site.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** No page repeats a password, whatever went wrong. */
@KulturlotsTest
class SecretFieldsTest {

	private static final String SECRET = "hemlig-åäö-1234";

	private static final Pattern FIELD = Pattern.compile("<input[^>]*>|@template\\.site\\.form\\.input\\([^\\n]*");

	private static final Pattern IS_PASSWORD = Pattern.compile("type ?= ?\"password\"");

	private static final Pattern NAME = Pattern.compile("\\bname ?= ?\"([^\"]+)\"");

	@LocalServerPort
	int port;

	@Value("${kulturlots.maintenance-file}")
	Path maintenance;

	@Autowired
	RateLimit rateLimit;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	RequestMappingHandlerMapping requestMappingHandlerMapping;

	RateLimitProperties usual;

	@AfterEach
	void usual() {
		if (this.usual != null) {
			this.rateLimit.apply(this.usual);
		}
	}

	@Test
	void everyFieldForAPasswordIsKnownToHoldOne() throws IOException {
		List<String> names;
		try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
			names = templates.filter(Files::isRegularFile)
				.flatMap((template) -> FIELD.matcher(text(template)).results())
				.map((field) -> field.group())
				.filter((field) -> IS_PASSWORD.matcher(field).find())
				.flatMap((field) -> NAME.matcher(field).results())
				.map((name) -> name.group(1))
				.toList();
		}
		assertThat(names).hasSizeGreaterThan(3).allMatch(SecretFields::contain);
		assertThat(List.of("name", "email", "answers[1]", "submissionId", "municipality"))
			.noneMatch(SecretFields::contain);
	}

	@Test
	void noFormThatMustWaitRepeatsAPassword() throws Exception {
		this.usual = this.rateLimit.limits();
		this.rateLimit.apply(new RateLimitProperties(1, 1, 1, Duration.ofDays(1)));
		assertThat(statuses("429")).containsValue(429);
	}

	@Test
	void noFormThatMeetsWorkOnTheServiceRepeatsAPassword() throws Exception {
		Files.createFile(this.maintenance);
		try {
			assertThat(statuses("503")).containsValue(503).doesNotContainValue(500);
		}
		finally {
			Files.delete(this.maintenance);
		}
	}

	@Test
	void noFormThatCannotBeCheckedRepeatsAPassword() throws Exception {
		assertThat(statuses("403")).containsValue(403);
	}

	/** Sends every form twice, with a password in it, and with a token of none. */
	private Map<String, Integer> statuses(String wanted) throws Exception {
		Visitor visitor = new Visitor(this.port);
		Map<String, Integer> statuses = new TreeMap<>();
		String region = this.authorities.region().id();
		for (var mapping : this.requestMappingHandlerMapping.getHandlerMethods().keySet()) {
			if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
				for (String pattern : mapping.getPatternValues()) {
					String path = pattern.replace("{authority}", region).replaceAll("\\{[^}]+\\}", "nothing");
					for (String field : List.of("password", "currentPassword", "newPassword", "password2", "token")) {
						Object[] fields = { "name", "Kim", field, SECRET };
						HttpResponse<String> answer = wanted.equals("429") ? visitor.post(path, fields)
								: visitor.withoutToken(path, fields);
						assertThat(answer.body()).as(path + " " + field).doesNotContain(SECRET);
						statuses.put(path + " " + field, answer.statusCode());
					}
				}
			}
		}
		return statuses;
	}

	private static String text(Path template) {
		try {
			return Files.readString(template);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
