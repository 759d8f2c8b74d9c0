package se.kulturlots.scenario;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import se.kulturlots.testing.Browser;

/** Somebody who sends requests of all kinds, signed in or not. */
final class Caller {

	private static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final String address;

	private final @Nullable String account;

	private final String token;

	/** Somebody with a browser of their own, signed in there if they have an account. */
	Caller(int port, @Nullable String account) {
		this.address = "http://localhost:" + port;
		this.account = account;
		Matcher field = FIELD.matcher(get("/login").body());
		if (!field.find()) {
			throw new AssertionError("no token on the sign-in page");
		}
		this.token = field.group(1);
		if (account != null
				&& form("/login", "account=" + account + "&password=" + Browser.PASSWORD).statusCode() != 302) {
			throw new AssertionError("not signed in: " + account);
		}
		if (account != null) {
			get("/camunda/app/tasklist/default/");
		}
	}

	HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	/** As a browser sends a form, with its token. */
	HttpResponse<String> form(String path, String fields) {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers
				.ofString("_csrf=" + URLEncoder.encode(this.token, StandardCharsets.UTF_8) + "&" + fields)));
	}

	/** As a client of the REST API does it. */
	HttpResponse<String> basic(String method, String path, @Nullable String json) {
		String credentials = this.account + ":" + Browser.PASSWORD;
		return send(json(method, path, json).header("Authorization",
				"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
	}

	/** As the engine's web applications do it. */
	HttpResponse<String> webApplication(String method, String path, @Nullable String json) {
		HttpRequest.Builder request = json(method, path, json);
		this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("XSRF-TOKEN"))
			.map(HttpCookie::getValue)
			.findFirst()
			.ifPresent((value) -> request.header("X-XSRF-TOKEN", value));
		return send(request);
	}

	private HttpRequest.Builder json(String method, String path, @Nullable String json) {
		HttpRequest.Builder request = request(path).header("Accept", "application/json, */*");
		return (json != null)
				? request.header("Content-Type", "application/json")
					.method(method, HttpRequest.BodyPublishers.ofString(json))
				: request.method(method, HttpRequest.BodyPublishers.noBody());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.address + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
