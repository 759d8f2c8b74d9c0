package se.kulturlots.testing;

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

/**
 * Somebody who sends requests of all kinds, signed in or not. Several at a time may call
 * pages and the REST API; the web applications' cookies change with each answer.
 */
public final class Caller {

	private static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final String address;

	private final @Nullable String account;

	private String token;

	/**
	 * Somebody with a browser of their own, signed in there if they have an account.
	 * @param port the application's
	 * @param account the account, null for a stranger
	 */
	public Caller(int port, @Nullable String account) {
		this.address = "http://localhost:" + port;
		this.account = account;
		this.token = field();
		if (account != null
				&& form("/login", "account=" + account + "&password=" + Browser.PASSWORD).statusCode() != 302) {
			throw new AssertionError("not signed in: " + account);
		}
		if (account != null) {
			// the field changes with who is signed in
			this.token = field();
			get("/camunda/app/tasklist/default/");
		}
	}

	private String field() {
		Matcher field = FIELD.matcher(get("/login").body());
		if (!field.find()) {
			throw new AssertionError("no token on the sign-in page");
		}
		return field.group(1);
	}

	/**
	 * What the hidden field of this browser's forms holds.
	 * @return the token
	 */
	public String token() {
		return this.token;
	}

	/**
	 * Opens an address.
	 * @param path the address
	 * @return the answer; redirects are not followed
	 */
	public HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	/**
	 * Sends a form as a browser does, with its token.
	 * @param path the address
	 * @param fields what was filled in, encoded
	 * @return the answer
	 */
	public HttpResponse<String> form(String path, String fields) {
		return form(path, fields, this.token);
	}

	/**
	 * Sends a form with a token or without one.
	 * @param path the address
	 * @param fields what was filled in, encoded
	 * @param withToken the hidden field, null for a form without
	 * @return the answer
	 */
	public HttpResponse<String> form(String path, String fields, @Nullable String withToken) {
		String hidden = (withToken != null) ? "_csrf=" + URLEncoder.encode(withToken, StandardCharsets.UTF_8) + "&"
				: "";
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(hidden + fields)));
	}

	/**
	 * Asks in a way of its own, with the token of our pages.
	 * @param method the HTTP method
	 * @param path the address
	 * @return the answer
	 */
	public HttpResponse<String> ask(String method, String path) {
		return send(
				request(path).header("X-XSRF-TOKEN", this.token).method(method, HttpRequest.BodyPublishers.noBody()));
	}

	/**
	 * Calls the REST API as another system does, with HTTP Basic.
	 * @param method the HTTP method
	 * @param path the address
	 * @param json the body, if any
	 * @return the answer
	 */
	public HttpResponse<String> basic(String method, String path, @Nullable String json) {
		String credentials = this.account + ":" + Browser.PASSWORD;
		return send(json(method, path, json).header("Authorization",
				"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
	}

	/**
	 * Calls the engine as its web applications do, with the session and its token.
	 * @param method the HTTP method
	 * @param path the address
	 * @param json the body, if any
	 * @return the answer
	 */
	public HttpResponse<String> webApplication(String method, String path, @Nullable String json) {
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
