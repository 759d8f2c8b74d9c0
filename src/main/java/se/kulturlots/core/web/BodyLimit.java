package se.kulturlots.core.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets what fails because its body was refused fail without a word in the log. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class BodyLimit extends OncePerRequestFilter {

	/** The attribute with the {@link MeteredBody} of a request. */
	static final String BODY = MeteredBody.class.getName();

	/**
	 * Whether the server gave up reading a form, since it had too many parts.
	 * @return true if its parameters are missing for that reason
	 */
	public static boolean wasExceeded(HttpServletRequest request) {
		return request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR) == FailReason.POST_TOO_LARGE;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | IOException | RuntimeException ex) {
			if (!(request.getAttribute(BODY) instanceof MeteredBody body) || body.refusal() == null) {
				throw ex;
			}
		}
	}

}
