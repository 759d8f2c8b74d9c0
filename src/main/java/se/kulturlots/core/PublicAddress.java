package se.kulturlots.core;

import java.util.List;
import java.util.Locale;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address at which people reach the installation; mails and calendar files need whole
 * links. Without {@code kulturlots.public-url} it is this machine and the port the server
 * listens on.
 */
@Component
public class PublicAddress {

	private static final List<String> ONE_LANGUAGE = List.of("/staff", "/demo", "/login", "/camunda");

	private final Environment environment;

	PublicAddress(Environment environment) {
		this.environment = environment;
	}

	/**
	 * The whole address of a page.
	 * @param path the path, beginning with a slash
	 * @return the link
	 */
	public String url(String path) {
		if (!path.startsWith("/")) {
			throw new IllegalArgumentException("not a path: " + path);
		}
		return base() + path;
	}

	/**
	 * The whole address of a page in a language. Pages that only staff use have one
	 * language and no prefix.
	 * @param own the language in which the page opens without prefix
	 * @param language the language of the reader
	 * @param path the path without language prefix
	 * @return the link
	 */
	public String url(Locale own, Locale language, String path) {
		boolean prefixed = !language.getLanguage().equals(own.getLanguage())
				&& ONE_LANGUAGE.stream().noneMatch((start) -> path.equals(start) || path.startsWith(start + "/"));
		return url(prefixed ? "/" + language.getLanguage() + path : path);
	}

	private String base() {
		String configured = this.environment.getProperty("kulturlots.public-url", "").strip();
		if (configured.isEmpty()) {
			return "http://localhost:" + this.environment.getProperty("local.server.port",
					this.environment.getProperty("server.port", "8080"));
		}
		return configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
	}

}
