package se.kulturlots.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who sends what they like, without a browser in between; with cookies of their
 * own and the hidden field of forms.
 */
public final class Visitor {

	/** The hidden field of every form. */
	static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final String BOUNDARY = "kulturlots-boundary";

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final String address;

	private @Nullable String token;

	private @Nullable String from;

	public Visitor(int port) {
		this.address = "http://localhost:" + port;
	}

	/**
	 * Sends from elsewhere.
	 * @param network the address that the server sees
	 * @return this visitor
	 */
	public Visitor from(String network) {
		this.from = network;
		return this;
	}

	/**
	 * Signs in.
	 * @param account the name
	 * @param password the password
	 * @return the answer
	 */
	public HttpResponse<String> signIn(String account, String password) throws Exception {
		return post("/login", "account", account, "password", password);
	}

	/**
	 * Signs in as an account made by a test.
	 * @param account the name
	 * @return this visitor
	 */
	public Visitor as(String account) throws Exception {
		HttpResponse<String> answer = signIn(account, Browser.PASSWORD);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("login");
		return this;
	}

	public HttpResponse<String> get(String path) throws Exception {
		return send(request(path).GET());
	}

	/** Fetches a file. */
	public HttpResponse<byte[]> bytes(String path) throws Exception {
		return this.client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	/**
	 * Sends a form.
	 * @param path where to
	 * @param fields names and values in turn
	 * @return the answer
	 */
	public HttpResponse<String> post(String path, Object... fields) throws Exception {
		return form(path, List.of("_csrf=" + encode(token())), fields);
	}

	/**
	 * Sends a form without the hidden field.
	 * @param path where to
	 * @param fields names and values in turn
	 * @return the answer
	 */
	public HttpResponse<String> withoutToken(String path, Object... fields) throws Exception {
		return form(path, List.of(), fields);
	}

	private HttpResponse<String> form(String path, List<String> first, Object... fields) throws Exception {
		List<String> pairs = new ArrayList<>(first);
		for (int i = 0; i < fields.length; i += 2) {
			pairs.add(encode(fields[i].toString()) + "=" + encode(fields[i + 1].toString()));
		}
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
	}

	/**
	 * Sends a form with a file.
	 * @param path where to
	 * @param field the name of the field
	 * @param fileName what the file is called
	 * @param content what is in it
	 * @param fields names and values of the others in turn
	 * @return the answer
	 */
	public HttpResponse<String> upload(String path, String field, String fileName, byte[] content, Object... fields)
			throws Exception {
		List<byte[]> parts = new ArrayList<>();
		part(parts, "_csrf", token());
		for (int i = 0; i < fields.length; i += 2) {
			part(parts, fields[i].toString(), fields[i + 1].toString());
		}
		parts.add(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
				+ fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		parts.add(content);
		parts.add(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.POST(HttpRequest.BodyPublishers.ofByteArrays(parts)));
	}

	private static void part(List<byte[]> parts, String name, String value) {
		parts.add(
				("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
					.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Sends anything.
	 * @param method how
	 * @param path where to
	 * @param json what
	 * @return the answer
	 */
	public HttpResponse<String> json(String method, String path, String json) throws Exception {
		return send(request(path).header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(json)));
	}

	private String token() throws Exception {
		if (this.token == null) {
			Matcher field = FIELD.matcher(get("/login").body());
			assertThat(field.find()).isTrue();
			this.token = field.group(1);
		}
		return this.token;
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + path));
		return (this.from != null) ? request.header(SampleAddress.HEADER, this.from) : request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		if ("POST".equals(request.build().method()) && answer.uri().getPath().startsWith("/log")) {
			// the field changes with who is signed in
			this.token = null;
		}
		return answer;
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
