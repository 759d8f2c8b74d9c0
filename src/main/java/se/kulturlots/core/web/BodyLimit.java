package se.kulturlots.core.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large before anything reads them. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 20)
public class BodyLimit extends OncePerRequestFilter {

	private static final DataSize OTHER = DataSize.ofMegabytes(1);

	private final DataSize multipart;

	private final DataSize form;

	BodyLimit(@Value("${spring.servlet.multipart.max-request-size}") DataSize multipart,
			@Value("${server.tomcat.max-http-form-post-size}") DataSize form) {
		this.multipart = multipart;
		this.form = form;
	}

	/**
	 * Whether the server gave up reading a form, since it was too large.
	 * @param request the request
	 * @return true if its parameters are missing for that reason
	 */
	public static boolean wasExceeded(HttpServletRequest request) {
		return request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR) == FailReason.POST_TOO_LARGE;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > limit(request.getContentType()).toBytes()) {
			response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
			return;
		}
		chain.doFilter(request, response);
	}

	private DataSize limit(@Nullable String contentType) {
		if (contentType == null) {
			return OTHER;
		}
		if (contentType.startsWith("multipart/")) {
			return this.multipart;
		}
		return contentType.startsWith("application/x-www-form-urlencoded") ? this.form : OTHER;
	}

}
