package se.kulturlots;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequiredSettingsTest {

	private static final Map<String, String> COMPLETE = Map.of("KULTURLOTS_DATABASE_URL",
			"jdbc:postgresql://db:5432/kulturlots", "KULTURLOTS_DATABASE_USER", "kulturlots",
			"KULTURLOTS_DATABASE_PASSWORD", "x", "KULTURLOTS_SMTP_HOST", "mail", "KULTURLOTS_MAIL_FROM",
			"samrad@region.example", "KULTURLOTS_PUBLIC_URL", "https://samrad.region.example", "KULTURLOTS_ADMIN_USER",
			"first", "KULTURLOTS_ADMIN_PASSWORD", "long-enough-for-us");

	@Test
	void productionStartsWithEverythingSet() {
		start("production", COMPLETE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "192.0.2.1", "192.0.2.0/28, 2001:db8::/64" })
	void proxiesAreNamedByTheirAddresses(String proxies) {
		Map<String, String> settings = new HashMap<>(COMPLETE);
		settings.put("KULTURLOTS_TRUSTED_PROXIES", proxies);
		start("production", settings);
	}

	@Test
	void everythingMissingIsNamedAtOnce() {
		assertThatExceptionOfType(MissingSettings.class).isThrownBy(() -> start("production", Map.of()))
			.satisfies((problem) -> {
				assertThat(problem.faults()).hasSize(COMPLETE.size());
				assertThat(problem).hasMessageContainingAll(COMPLETE.keySet().toArray(new String[0]));
			});
	}

	@ParameterizedTest
	@CsvSource({ "KULTURLOTS_DATABASE_URL,postgres://db/kulturlots", "KULTURLOTS_MAIL_FROM,nobody",
			"KULTURLOTS_PUBLIC_URL,http://samrad.region.example", "KULTURLOTS_PUBLIC_URL,samrad.region.example",
			"KULTURLOTS_PUBLIC_URL,https://samrad.region.example/", "KULTURLOTS_PUBLIC_URL,https://a b",
			"KULTURLOTS_ADMIN_USER,Första chefen", "KULTURLOTS_ADMIN_PASSWORD,kort-losen",
			"KULTURLOTS_ADMIN_PASSWORD,password1234", "KULTURLOTS_ADMIN_PASSWORD,kulturlots2026",
			"KULTURLOTS_ADMIN_PASSWORD,my-first-elephants-are-blue", "KULTURLOTS_TRUSTED_PROXIES,proxy.region.example",
			"KULTURLOTS_TRUSTED_PROXIES,192.0.2.1/33", "SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES,10[.]1[.]1[.]1",
			"server.forward-headers-strategy,native" })
	void whatIsWrongIsNamedButNotShown(String name, String value) {
		Map<String, String> settings = new HashMap<>(COMPLETE);
		settings.put(name, value);
		assertThatExceptionOfType(MissingSettings.class).isThrownBy(() -> start("production", settings))
			.withMessageContaining("\n    " + name + " is not right")
			.withMessageNotContaining(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "demo", "test" })
	void otherProfilesNeedNothing(String profile) {
		start(profile, Map.of());
	}

	@Test
	void theDemoIsNeverInProduction() {
		assertThatExceptionOfType(MissingSettings.class).isThrownBy(() -> start("production,demo", COMPLETE))
			.withMessageContaining("choose one");
	}

	private static void start(String profiles, Map<String, String> settings) {
		MockEnvironment environment = new MockEnvironment();
		environment.setActiveProfiles(profiles.split(","));
		settings.forEach(environment::setProperty);
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.setEnvironment(environment);
			new RequiredSettings().initialize(context);
		}
	}

}
