package se.kulturlots.core.web;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

import se.kulturlots.core.ClientNetwork;

/**
 * Lets bodies in that are small and quick enough and not packed. A refused one is
 * answered as refused, whatever its reader has made of the half of it.
 */
class BodyValve extends ValveBase {

	private static final DataSize OTHER = DataSize.ofMegabytes(1);

	private static final String RETRY_AFTER = "30";

	private final BodyRules rules;

	private final BodiesUnderWay underWay;

	private final Limits limits;

	BodyValve(BodyRules rules, BodiesUnderWay underWay, Limits limits) {
		super(true);
		this.rules = rules;
		this.underWay = underWay;
		this.limits = limits;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (request.isAsyncDispatching() || !hasBody(request)) {
			getNext().invoke(request, response);
			return;
		}
		long limit = this.limits.of(request).toBytes();
		MeteredBody body = MeteredBody.of(request.getCoyoteRequest(), this.rules, this.underWay);
		// what is written from now on is not what will be answered
		body.begin(limit, ClientNetwork.of(request.getRemoteAddr()), () -> response.setSuspended(true));
		request.setAttribute(BodyLimit.BODY, body);
		boolean announced = false;
		try {
			if (isPacked(request)) {
				announced = true;
				body.refuse(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
			}
			else if (request.getContentLengthLong() > limit) {
				announced = true;
				body.refuse(HttpStatus.PAYLOAD_TOO_LARGE);
			}
			else {
				getNext().invoke(request, response);
			}
		}
		finally {
			// who asked first whether to send it will not
			boolean comes = !announced || !request.getCoyoteRequest().hasExpectation();
			body.end(comes ? this.limits.surplus().toBytes() : 0);
			answer(body, request, response);
		}
	}

	private static void answer(MeteredBody body, Request request, Response response) throws IOException {
		HttpStatus refusal = body.refusal();
		if (refusal != null && !response.isCommitted()) {
			request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
			if (refusal == HttpStatus.TOO_MANY_REQUESTS || refusal == HttpStatus.SERVICE_UNAVAILABLE) {
				response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
			}
			Refusal.send(request, response, refusal.value());
		}
		if (!body.isWhole()) {
			request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
		}
	}

	private static boolean hasBody(Request request) {
		return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
	}

	/* a few bytes could become very many */
	private static boolean isPacked(Request request) {
		String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		return encoding != null && !encoding.equalsIgnoreCase("identity");
	}

	/**
	 * How large bodies may be.
	 *
	 * @param multipart with files
	 * @param form of a form without files
	 * @param surplus how much more is read of a refused one
	 * @param large where files are larger than elsewhere
	 */
	record Limits(DataSize multipart, DataSize form, DataSize surplus, List<LargeBody> large) {

		DataSize of(Request request) {
			String contentType = request.getContentType();
			if (contentType == null) {
				return OTHER;
			}
			if (contentType.startsWith("multipart/")) {
				return this.large.stream()
					.filter((body) -> body.path().equals(request.getRequestURI()))
					.map(LargeBody::limit)
					.findFirst()
					.orElse(this.multipart);
			}
			return contentType.startsWith("application/x-www-form-urlencoded") ? this.form : OTHER;
		}

	}

}
