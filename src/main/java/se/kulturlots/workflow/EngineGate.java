package se.kulturlots.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import se.kulturlots.identity.Account;

/**
 * What may be asked of the engine over the web. An id that is not of the caller's
 * authority is no id: the answer is the same whether it is somebody else's or nobody's,
 * since the engine never sees it. What changes something has to be named here.
 */
class EngineGate extends OncePerRequestFilter {

	private static final Pattern RESOURCE = Pattern
		.compile("/(?:engine-rest|camunda/api/engine)(?:/engine/[^/]+)?(.*)");

	private static final Pattern ID = Pattern
		.compile("/((?:history/)?[a-z-]+)/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?=/|$)");

	/** Lists, which clients may also ask for by POST. */
	private static final List<String> LISTS = List.of("/task", "/process-instance", "/execution", "/variable-instance",
			"/job", "/incident", "/external-task", "/history/process-instance", "/history/task",
			"/history/activity-instance", "/history/variable-instance", "/history/detail", "/history/incident",
			"/history/job-log", "/history/decision-instance", "/history/external-task-log");

	private static final List<String> ACTS = List.of("/filter/{id}/list", "/filter/{id}/count",
			"/filter/{id}/singleResult", "/task/{id}/claim", "/task/{id}/unclaim", "/task/{id}/assignee",
			"/task/{id}/complete", "/task/{id}/submit-form", "/task/{id}/comment/create",
			"/process-definition/{id}/start", "/process-definition/{id}/submit-form",
			"/process-definition/key/{key}/start", "/process-definition/key/{key}/submit-form",
			"/identity/password-policy");

	private static final Map<String, List<PathPattern>> CHANGES = Map.of("POST", patterns(ACTS), "PUT",
			patterns(List.of("/job/{id}/retries")));

	private final CaseIds ids;

	private final Sentences sentences;

	private final ObjectMapper json;

	EngineGate(CaseIds ids, Sentences sentences, ObjectMapper json) {
		this.ids = ids;
		this.sentences = sentences;
		this.json = json;
	}

	private static List<PathPattern> patterns(List<String> patterns) {
		return patterns.stream().map(PathPatternParser.defaultInstance::parse).toList();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getServletPath() + ((request.getPathInfo() != null) ? request.getPathInfo() : "");
		Account account = account();
		String authorityId = (account != null) ? account.authorityId() : null;
		if (!namesOnlyOwn(path, authorityId) || asksForGroupsOfOthers(path, request, account)) {
			refuse(response, HttpStatus.NOT_FOUND, this.sentences.of(authorityId, "workflow.engine.unknown"));
		}
		else if (!mayAsk(request.getMethod(), path)) {
			refuse(response, HttpStatus.FORBIDDEN, this.sentences.of(authorityId, "workflow.engine.refused"));
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static @Nullable Account account() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Account account) ? account : null;
	}

	/** The engine tells anyone the groups of any account. */
	private static boolean asksForGroupsOfOthers(String path, HttpServletRequest request, @Nullable Account account) {
		return path.contains("/identity/groups")
				&& Stream.of(Objects.requireNonNullElse(request.getParameterValues("userId"), new String[0]))
					.anyMatch((user) -> account == null || !user.equals(account.id()));
	}

	private boolean namesOnlyOwn(String path, @Nullable String authorityId) {
		return ID.matcher(path).results().allMatch((id) -> this.ids.belongs(id.group(1), id.group(2), authorityId));
	}

	private static boolean mayAsk(String method, String path) {
		Matcher resource = RESOURCE.matcher(path);
		if (!resource.matches() || List.of("GET", "HEAD", "OPTIONS").contains(method)) {
			return true;
		}
		String asks = resource.group(1);
		if (method.equals("POST") && LISTS.contains(asks.replaceFirst("/count$", ""))) {
			return true;
		}
		PathContainer asked = PathContainer.parsePath(asks);
		return CHANGES.getOrDefault(method, List.of()).stream().anyMatch((pattern) -> pattern.matches(asked));
	}

	private void refuse(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		this.json.writeValue(response.getOutputStream(), Map.of("type", "RestException", "message", sentence));
	}

}
