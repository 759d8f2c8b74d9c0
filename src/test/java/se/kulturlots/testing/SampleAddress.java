package se.kulturlots.testing;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a test send from any address, as the server would tell it to the application. */
final class SampleAddress extends OncePerRequestFilter {

	/** Names the address. */
	static final String HEADER = "Kulturlots-Address";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String address = request.getHeader(HEADER);
		chain.doFilter((address == null) ? request : new HttpServletRequestWrapper(request) {

			@Override
			public String getRemoteAddr() {
				return address;
			}

		}, response);
	}

}
