package se.kulturlots.workflow;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import se.kulturlots.core.Problem;
import se.kulturlots.workflow.OpenResources.OpenResource;

/**
 * A request to the engine's API whose parameters and body have been checked. It hands on
 * the JSON that was checked rather than what was sent, so that the engine cannot read it
 * in another way.
 */
final class CheckedRequest extends HttpServletRequestWrapper {

	/**
	 * Numbers that the engine or the database would stumble over if they were below zero.
	 */
	private static final Pattern COUNT = Pattern.compile("firstResult|maxResults|retries");

	private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

	private static final Pattern EXPRESSION = Pattern.compile(".*Expression");

	private final byte[] body;

	private CheckedRequest(HttpServletRequest request, byte[] body) {
		super(request);
		this.body = body;
	}

	/**
	 * Checks a request.
	 * @param resource what is asked for
	 * @param request the request, whose body is read
	 * @param json what reads it
	 * @return what the engine may see
	 * @throws NotUnderstood if it is not as the resource needs it
	 */
	static HttpServletRequest of(OpenResource resource, HttpServletRequest request, ObjectMapper json)
			throws IOException {
		request.getParameterMap().forEach(CheckedRequest::checkParameter);
		byte[] sent = request.getInputStream().readAllBytes();
		return (sent.length == 0) ? request : new CheckedRequest(request, checked(resource, sent, json));
	}

	private static void checkParameter(String name, String[] values) {
		checkName(name);
		for (String value : values) {
			checkText(value);
			checkCount(name, value);
		}
	}

	private static byte[] checked(OpenResource resource, byte[] sent, ObjectMapper json) throws IOException {
		JsonNode body;
		try {
			body = json.readTree(sent);
		}
		catch (JsonProcessingException ex) {
			throw new NotUnderstood("workflow.engine.json");
		}
		if (!body.isObject()) {
			throw new NotUnderstood("workflow.engine.json");
		}
		body.fieldNames().forEachRemaining((field) -> {
			if (!resource.mayHave(field)) {
				throw new NotUnderstood("workflow.engine.field", field);
			}
		});
		check(body);
		return json.writeValueAsBytes(body);
	}

	private static void check(JsonNode node) {
		if (node.isTextual()) {
			checkText(node.textValue());
		}
		node.fields().forEachRemaining((field) -> {
			checkName(field.getKey());
			checkCount(field.getKey(), field.getValue().asText());
			// the engine writes "not in ()" for it
			if (field.getKey().endsWith("NotIn") && field.getValue().isEmpty()) {
				throw new NotUnderstood("workflow.engine.query");
			}
		});
		node.forEach(CheckedRequest::check);
	}

	private static void checkName(String name) {
		checkText(name);
		if (EXPRESSION.matcher(name).matches()) {
			throw new NotUnderstood("workflow.engine.expression");
		}
	}

	/** PostgreSQL stores no such character and ends the statement instead. */
	private static void checkText(String text) {
		if (text.indexOf('\0') >= 0) {
			throw new NotUnderstood("workflow.engine.character");
		}
	}

	private static void checkCount(String name, String value) {
		if (COUNT.matcher(name).matches() && !DIGITS.matcher(value).matches()) {
			throw new NotUnderstood("workflow.engine.number", name);
		}
	}

	@Override
	public ServletInputStream getInputStream() {
		return new Body(new ByteArrayInputStream(this.body));
	}

	@Override
	public BufferedReader getReader() {
		return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
	}

	@Override
	public int getContentLength() {
		return this.body.length;
	}

	@Override
	public long getContentLengthLong() {
		return this.body.length;
	}

	/** The request is not as the engine needs it. */
	static final class NotUnderstood extends Problem {

		private NotUnderstood(String messageKey, Object... arguments) {
			super(Kind.INVALID, messageKey, arguments);
		}

	}

	private static final class Body extends ServletInputStream {

		private final ByteArrayInputStream bytes;

		private Body(ByteArrayInputStream bytes) {
			this.bytes = bytes;
		}

		@Override
		public int read() {
			return this.bytes.read();
		}

		@Override
		public int read(byte[] into, int start, int length) {
			return this.bytes.read(into, start, length);
		}

		@Override
		public boolean isFinished() {
			return this.bytes.available() == 0;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new IllegalStateException("The body has been read");
		}

	}

}
