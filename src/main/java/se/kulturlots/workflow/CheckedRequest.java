package se.kulturlots.workflow;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

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

	/** At the end of a condition, of which commas separate several. */
	private static final Pattern HALF_ESCAPED = Pattern.compile("(?<!\\\\)(?:\\\\{2})*\\\\(?:,|$)");

	private static final Pattern EXPRESSION = Pattern.compile(".*Expression");

	/**
	 * How many conditions on variables and alternatives a query may have in all: for each
	 * the database joins one more table, and plans for longer and longer.
	 */
	private static final int MOST_CONDITIONS = 20;

	/** How many values its other conditions may name. */
	private static final int MOST_VALUES = 1000;

	private static final Pattern VARIABLES = Pattern.compile("(?i).*variables");

	private static final String PAGE = "maxResults";

	private final byte @Nullable [] body;

	private final boolean limited;

	private CheckedRequest(HttpServletRequest request, byte @Nullable [] body, boolean limited) {
		super(request);
		this.body = body;
		this.limited = limited;
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
		request.getParameterMap().forEach((name, values) -> checkParameter(resource, name, values));
		if (resource.isQuery()) {
			checkSize(request.getParameterMap());
		}
		byte[] sent = request.getInputStream().readAllBytes();
		boolean limited = resource.isList() && request.getParameter(PAGE) == null;
		return new CheckedRequest(request, (sent.length > 0) ? checked(resource, sent, json) : null, limited);
	}

	/** The engine refuses to answer with all there is; who asks for it gets the most. */
	@Override
	public @Nullable String getQueryString() {
		String asked = super.getQueryString();
		if (!this.limited) {
			return asked;
		}
		String most = PAGE + '=' + EngineConfiguration.MOST_RESULTS;
		return (asked == null || asked.isEmpty()) ? most : asked + '&' + most;
	}

	private static void checkParameter(OpenResource resource, String name, String[] values) {
		checkName(name);
		for (String value : values) {
			checkText(resource, value);
			checkCount(name, value);
		}
	}

	private static void checkSize(Map<String, String[]> parameters) {
		long conditions = 0;
		long values = 0;
		for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
			long parts = Stream.of(parameter.getValue()).mapToLong((value) -> value.split(",", -1).length).sum();
			values += parts;
			conditions += VARIABLES.matcher(parameter.getKey()).matches() ? parts : 0;
		}
		checkSize(conditions, values);
	}

	private static void checkSize(long conditions, long values) {
		if (conditions > MOST_CONDITIONS || values > MOST_VALUES) {
			throw new NotUnderstood("workflow.engine.tooMany");
		}
	}

	/** Counts what stands in lists, however deep the lists are in each other. */
	private static void checkSize(JsonNode body) {
		long conditions = 0;
		long values = 0;
		Deque<JsonNode> left = new ArrayDeque<>(List.of(body));
		while (!left.isEmpty()) {
			JsonNode node = left.pop();
			node.forEach(left::push);
			if (node.isArray()) {
				long objects = node.valueStream().filter(JsonNode::isObject).count();
				conditions += objects;
				values += node.size() - objects;
			}
		}
		checkSize(conditions, values);
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
		check(resource, body);
		if (resource.isQuery()) {
			checkSize(body);
		}
		return json.writeValueAsBytes(body);
	}

	private static void check(OpenResource resource, JsonNode node) {
		if (node.isTextual()) {
			checkText(resource, node.textValue());
		}
		node.fields().forEachRemaining((field) -> {
			checkName(field.getKey());
			checkCount(field.getKey(), field.getValue().asText());
			// the engine writes "not in ()" for it
			if (field.getKey().endsWith("NotIn") && field.getValue().isEmpty()) {
				throw new NotUnderstood("workflow.engine.query");
			}
		});
		node.forEach((inner) -> {
			if (node.isArray() && inner.isNull() && resource.isQuery()) {
				throw new NotUnderstood("workflow.engine.query");
			}
			check(resource, inner);
		});
	}

	private static void checkName(String name) {
		checkText(name);
		if (EXPRESSION.matcher(name).matches()) {
			throw new NotUnderstood("workflow.engine.expression");
		}
	}

	/** For PostgreSQL a pattern may not end with half an escaped character. */
	private static void checkText(OpenResource resource, String text) {
		checkText(text);
		if (resource.isQuery() && HALF_ESCAPED.matcher(text).find()) {
			throw new NotUnderstood("workflow.engine.query");
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
	public ServletInputStream getInputStream() throws IOException {
		return (this.body == null) ? super.getInputStream() : new Body(new ByteArrayInputStream(this.body));
	}

	@Override
	public BufferedReader getReader() throws IOException {
		return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
	}

	@Override
	public int getContentLength() {
		return (this.body == null) ? super.getContentLength() : this.body.length;
	}

	@Override
	public long getContentLengthLong() {
		return (this.body == null) ? super.getContentLengthLong() : this.body.length;
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
