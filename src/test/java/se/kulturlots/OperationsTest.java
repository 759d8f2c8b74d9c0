package se.kulturlots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators copy: commands, the compose file and the proxy's configuration. */
class OperationsTest {

	@ParameterizedTest
	@ValueSource(strings = { "docs/operations.md", "README.md", "Dockerfile", "pom.xml" })
	void everyProcessEndsWhenItRunsOutOfMemory(String file) throws IOException {
		List<String> starts = Files.readString(Path.of(file))
			.lines()
			.filter((line) -> line.matches(".*(\\bjava .*-jar .*kulturlots.*|JAVA_TOOL_OPTIONS|<jvmArguments>).*"))
			.filter((line) -> !line.contains("-Djarmode"))
			.toList();
		assertThat(starts).allMatch((line) -> line.contains("-XX:+ExitOnOutOfMemoryError"));
		assertThat(starts.isEmpty()).isEqualTo(file.equals("README.md"));
	}

	@Test
	void theComposeFileTrustsItsProxyAndNobodyElse() throws IOException {
		Map<String, Object> compose = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
		Map<String, Object> services = at(compose, "services");
		Map<String, Object> application = at(services, "application");
		Map<String, Object> proxy = at(services, "proxy");
		assertThat(at(application, "environment").get("KULTURLOTS_TRUSTED_PROXIES"))
			.isEqualTo(at(proxy, "networks", "default").get("ipv4_address"));
		assertThat(application).doesNotContainKey("ports");
		assertThat(proxy.get("image").toString()).matches("nginx:\\d.*");
		assertThat(proxy.get("volumes").toString()).contains("./docs/nginx.conf:");
		assertThat(Path.of("docs/nginx.conf")).content().contains("server application:8080;");
	}

	@Test
	void theProxyPassesNothingOnThatAVisitorSaysOfThemselves() throws IOException {
		List<String> headers = Files.readString(Path.of("docs/nginx.conf"))
			.lines()
			.map(String::strip)
			.filter((line) -> line.startsWith("proxy_set_header"))
			.toList();
		assertThat(headers).contains("proxy_set_header X-Forwarded-For $remote_addr;")
			.noneMatch((line) -> line.contains("$proxy_add") || line.contains("$http_"));
		assertThat(Stream.of("X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "Forwarded"))
			.allMatch((name) -> headers.contains("proxy_set_header " + name + " \"\";"));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> at(Map<String, Object> map, String... path) {
		for (String name : path) {
			map = (Map<String, Object>) map.get(name);
		}
		return map;
	}

}
