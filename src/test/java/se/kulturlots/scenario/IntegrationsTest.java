package se.kulturlots.scenario;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import se.kulturlots.core.AppClock;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.Caller;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;

/** Does what {@code docs/integrations.md} shows, line by line. */
@KulturlotsTest
class IntegrationsTest {

	private static final Pattern EXAMPLE = Pattern
		.compile("```(http|anonymous)\n(\\w+) (\\S+)\n(.*?)\n(\\d{3}) ?(.*?)\n```", Pattern.DOTALL);

	@LocalServerPort
	int port;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	Cases cases;

	@Autowired
	AppClock clock;

	@Autowired
	ObjectMapper json;

	final Map<String, String> words = new HashMap<>();

	@Test
	void everyExampleIsAnsweredAsTheDocumentSays() throws IOException {
		var authority = this.authorities.region();
		String account = this.accounts.with(authority.id(), Role.OFFICER).id();
		Caller caller = new Caller(this.port, account);
		Caller stranger = new Caller(this.port, null);
		this.words.put("account", account);
		this.words.put("inAYear", this.clock.today(authority.zone()).plusDays(365).toString());
		Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs/integrations.md")));
		List<String> wrong = new ArrayList<>();
		int examples = 0;
		while (example.find()) {
			examples++;
			String path = filled(example.group(3)).replace("\\", "%5C");
			String body = example.group(4).isBlank() ? null : filled(example.group(4));
			HttpResponse<String> answer = example.group(1).equals("anonymous") ? stranger.get(path)
					: caller.basic(example.group(2), path, body);
			if (answer.statusCode() != Integer.parseInt(example.group(5))
					|| !answer.body().contains(example.group(6))) {
				wrong.add(example.group() + " → " + answer.statusCode() + " " + answer.body());
			}
			remember(path, answer.body());
			this.cases.run();
		}
		assertThat(wrong).isEmpty();
		assertThat(examples).isGreaterThanOrEqualTo(15);
	}

	@Test
	void theDocumentExplainsEveryStatusThatIsAnswered() throws IOException {
		String document = Files.readString(Path.of("docs/integrations.md"));
		assertThat(Set.of("400", "401", "403", "404", "409")).allMatch((status) -> document.contains("| " + status));
	}

	private String filled(String text) {
		Matcher word = Pattern.compile("\\{(\\w+)}").matcher(text);
		return word
			.replaceAll((found) -> Matcher.quoteReplacement(this.words.getOrDefault(found.group(1), found.group())));
	}

	/** The first task of a list, and what a form opens with. */
	private void remember(String path, String body) throws IOException {
		if (body.isEmpty() || !"[{".contains(body.substring(0, 1))) {
			return;
		}
		JsonNode answer = this.json.readTree(body);
		if (path.startsWith("/engine-rest/task?") && answer.has(0)) {
			this.words.put("task", answer.get(0).path("id").asText());
		}
		if (path.endsWith("/form-variables")) {
			answer.fields()
				.forEachRemaining((fact) -> this.words.put(fact.getKey(), fact.getValue().path("value").asText()));
		}
	}

}
