package se.kulturlots.core;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The address at which people reach the installation; mails and calendar files need whole
 * links. Without {@code kulturlots.public-url} it is this machine and the port the server
 * listens on.
 */
@Component
public class PublicAddress {

	private static final List<String> ONE_LANGUAGE = List.of("/staff", "/demo", "/login", "/camunda");

	private final Environment environment;

	private final String configured;

	private volatile @Nullable String localPort;

	PublicAddress(Environment environment) {
		this.environment = environment;
		this.configured = StringUtils
			.trimTrailingCharacter(environment.getProperty("kulturlots.public-url", "").strip(), '/');
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

	/**
	 * What the addresses of all pages begin with.
	 * @return scheme, host and port
	 */
	public URI root() {
		return URI.create(base());
	}

	private String base() {
		return this.configured.isEmpty() ? local() : this.configured;
	}

	/* the port is known when the server has started, and stays */
	private String local() {
		String port = this.localPort;
		if (port == null) {
			port = this.environment.getProperty("local.server.port");
			this.localPort = port;
		}
		return "http://localhost:" + ((port != null) ? port : this.environment.getProperty("server.port", "8080"));
	}

}
