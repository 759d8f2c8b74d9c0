package se.kulturlots.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps every page that a browser of a test is given, byte for byte as the server sends
 * it, under {@code target/html}, where {@code .ci/html} checks it. What differs only in
 * names of samples, tokens and digits is kept once.
 */
public final class ServedPages extends OncePerRequestFilter {

	/** Names the test to which a window belongs. */
	static final String TEST = "Kulturlots-Test";

	private static final Path FOLDER = Path.of("target", "html");

	private static final Pattern OF_THE_MOMENT = Pattern
		.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=[- ])[0-9a-f]{8}\\b|[\\w-]{40,}|\\d+");

	private static final Set<UUID> KEPT = ConcurrentHashMap.newKeySet();

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getHeader(TEST) == null || request.getRequestURI().contains("/camunda/");
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ContentCachingResponseWrapper seen = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, seen);
		byte[] body = seen.getContentAsByteArray();
		String type = String.valueOf(seen.getContentType());
		if (body.length > 0 && type.startsWith("text/html")) {
			keep(body, request.getMethod() + " " + request.getRequestURI() + " " + seen.getStatus() + " "
					+ request.getHeader(TEST));
		}
		seen.copyBodyToResponse();
	}

	/**
	 * Keeps a page unless one like it is there already.
	 * @param page its bytes
	 * @param origin where it came from, for whoever has to correct it
	 */
	public static void keep(byte[] page, String origin) throws IOException {
		String likeness = OF_THE_MOMENT.matcher(new String(page, StandardCharsets.UTF_8)).replaceAll("0");
		UUID name = UUID.nameUUIDFromBytes(likeness.getBytes(StandardCharsets.UTF_8));
		if (KEPT.add(name)) {
			Files.createDirectories(FOLDER);
			Files.write(FOLDER.resolve(name + ".html"), page);
			Files.writeString(FOLDER.resolve(name + ".txt"), origin, StandardOpenOption.CREATE);
		}
	}

}
