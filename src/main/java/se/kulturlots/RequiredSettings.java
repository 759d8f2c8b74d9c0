package se.kulturlots;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.TrustedProxies;
import se.kulturlots.identity.Password;

/**
 * Refuses to start in production until everything that only the operator can know is set,
 * and names all that is missing at once instead of one thing a start.
 */
class RequiredSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Environment environment = context.getEnvironment();
		if (environment.acceptsProfiles(Profiles.of("production"))) {
			List<String> faults = faults(environment);
			if (!faults.isEmpty()) {
				throw new MissingSettings(faults);
			}
		}
	}

	private List<String> faults(Environment environment) {
		Check check = new Check(environment, new ArrayList<>());
		check.that("KULTURLOTS_DATABASE_URL", "jdbc:postgresql://host:5432/name",
				(url) -> url.startsWith("jdbc:postgresql:"));
		check.isSet("KULTURLOTS_DATABASE_USER", "a database user that owns the database");
		check.isSet("KULTURLOTS_DATABASE_PASSWORD", "the password of that user");
		check.isSet("KULTURLOTS_SMTP_HOST", "the mail server");
		check.that("KULTURLOTS_MAIL_FROM", "the address that mails come from",
				(address) -> EmailAddress.parse(address).isPresent());
		check.that("KULTURLOTS_PUBLIC_URL", "the address people use: https://host (http only for localhost)",
				RequiredSettings::isPublicUrl);
		check.that("KULTURLOTS_ADMIN_USER", "the account made at the first start: letters, digits, . _ @ -",
				(user) -> user.matches("[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}"));
		check.that("KULTURLOTS_ADMIN_PASSWORD",
				"the password of that account: at least " + Password.SHORTEST
						+ " characters, without its name, and more than common words, names and rows of keys",
				(password) -> new Password(password)
					.mayBeChosenFor(environment.getProperty("KULTURLOTS_ADMIN_USER", "")));
		check.unlessEmpty("KULTURLOTS_TRUSTED_PROXIES",
				"the addresses of your proxies, or ranges of them like 192.0.2.0/28, with commas in between",
				RequiredSettings::areProxies);
		check.unlessEmpty("SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES",
				"name your proxies in KULTURLOTS_TRUSTED_PROXIES instead", (proxies) -> false);
		check.unlessEmpty("server.forward-headers-strategy",
				"it stays \"none\"; name your proxies in KULTURLOTS_TRUSTED_PROXIES", "none"::equalsIgnoreCase);
		if (environment.acceptsProfiles(Profiles.of("demo"))) {
			check.faults().add("SPRING_PROFILES_ACTIVE names both production and demo: choose one");
		}
		return check.faults();
	}

	private static boolean areProxies(String value) {
		try {
			TrustedProxies.parse(value);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean isPublicUrl(String value) {
		try {
			URI url = URI.create(value);
			boolean local = "localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost());
			return url.getHost() != null && ("https".equals(url.getScheme()) || local && "http".equals(url.getScheme()))
					&& url.getQuery() == null && url.getFragment() == null && !value.endsWith("/");
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private record Check(Environment environment, List<String> faults) {

		void isSet(String name, String meaning) {
			that(name, meaning, (value) -> true);
		}

		void that(String name, String meaning, Predicate<String> right) {
			if (this.environment.getProperty(name, "").isBlank()) {
				this.faults.add(name + " is missing: " + meaning);
			}
			unlessEmpty(name, meaning, right);
		}

		void unlessEmpty(String name, String meaning, Predicate<String> right) {
			String value = this.environment.getProperty(name, "");
			if (!value.isBlank() && !right.test(value)) {
				// the value is not shown: it may be a password
				this.faults.add(name + " is not right: " + meaning);
			}
		}

	}

}
