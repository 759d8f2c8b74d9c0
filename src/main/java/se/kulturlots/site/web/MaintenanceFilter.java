package se.kulturlots.site.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import se.kulturlots.core.web.Refusal;

/**
 * While a file exists that the setting names, everybody is told that we are at work on
 * the service. A file can be put there and taken away without a restart.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 5)
class MaintenanceFilter extends OncePerRequestFilter {

	private static final Duration RETRY_AFTER = Duration.ofMinutes(10);

	private static final List<String> NEEDED_BY_THE_PAGE = List.of("/kulturlots", "/vendor/", "/favicon.ico");

	private final @Nullable Path file;

	MaintenanceFilter(@Value("${kulturlots.maintenance-file:}") String file) {
		this.file = file.isBlank() ? null : Path.of(file);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return this.file == null || NEEDED_BY_THE_PAGE.stream().anyMatch(request.getRequestURI()::startsWith);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.file == null || Files.notExists(this.file)) {
			chain.doFilter(request, response);
			return;
		}
		// read now: what nobody has read of a body is gone when the page is made
		request.getParameterMap();
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER.toSeconds()));
		Refusal.send(request, response, HttpStatus.SERVICE_UNAVAILABLE.value(), "site.maintenance");
	}

}
