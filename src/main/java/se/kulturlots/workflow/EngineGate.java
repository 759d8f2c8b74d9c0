package se.kulturlots.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import se.kulturlots.identity.Account;
import se.kulturlots.workflow.CheckedRequest.NotUnderstood;
import se.kulturlots.workflow.OpenResources.Asked;

/**
 * What may be asked of the engine over the web: what {@link OpenResources} names, with
 * ids of the caller's authority and with numbers and fields that make sense. An id that
 * is not of the caller's authority is no id: the answer is the same whether it is
 * somebody else's or nobody's, since the engine never sees it.
 */
class EngineGate extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(EngineGate.class);

	/** Query parameters that name an account. */
	private static final List<String> ACCOUNTS = List.of("userId", "member");

	private final EngineIds ids;

	private final CalledDefinitions called;

	private final EngineTexts texts;

	private final ObjectMapper json;

	EngineGate(EngineIds ids, CalledDefinitions called, EngineTexts texts, ObjectMapper json) {
		this.ids = ids;
		this.called = called;
		this.texts = texts;
		this.json = json;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
		Account account = account();
		String authorityId = (account != null) ? account.authorityId() : null;
		Optional<Asked> asked = OpenResources.find(request.getMethod(), path);
		if (asked.isEmpty()) {
			refuse(response, HttpStatus.NOT_FOUND, this.texts.of(authorityId, "workflow.engine.closed"));
			return;
		}
		if (!namesOnlyOwn(asked.get(), request, account)) {
			if (HttpMethod.POST.matches(request.getMethod()) && isDone(asked.get(), authorityId)) {
				refuse(response, HttpStatus.CONFLICT, this.texts.of(authorityId, "workflow.second"));
				return;
			}
			refuse(response, HttpStatus.NOT_FOUND, this.texts.of(authorityId, "workflow.engine.unknown"));
			return;
		}
		try {
			HttpServletRequest checked = CheckedRequest.of(asked.get().resource(), request, this.json);
			if (asked.get().resource().isOurs() && account != null) {
				write(response, HttpStatus.OK,
						this.called.of(account, Objects.requireNonNull(asked.get().ids().get("processDefinition")),
								texts(this.json.readTree(checked.getInputStream()).path("activityIdIn"))));
			}
			else {
				answer(checked, response, chain, asked.get().resource().isQuery(), authorityId);
			}
		}
		catch (NotUnderstood problem) {
			refuse(response, HttpStatus.BAD_REQUEST,
					this.texts.of(authorityId, problem.messageKey(), problem.arguments()));
		}
	}

	private static Set<String> texts(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false)
			.map(JsonNode::asText)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The engine answers a condition that makes no sense as if it had failed itself, and
	 * tells of its own faults in words of the database.
	 */
	private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean query,
			@Nullable String authorityId) throws ServletException, IOException {
		HeldErrorResponse held = new HeldErrorResponse(response);
		chain.doFilter(request, held);
		if (held.isHeld()) {
			String fault = fault(held);
			boolean makesNoSense = query && InvalidQuery.isToldBy(fault);
			if (!makesNoSense) {
				log.error("The engine failed: {}", fault);
			}
			refuse(response, makesNoSense ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR,
					this.texts.of(authorityId, makesNoSense ? "workflow.engine.query" : "workflow.engine.fault"));
		}
	}

	private String fault(HeldErrorResponse held) throws IOException {
		try {
			return this.json.readTree(held.content()).path("type").asText();
		}
		catch (JsonProcessingException ex) {
			return "no JSON";
		}
	}

	private static @Nullable Account account() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Account account) ? account : null;
	}

	private boolean namesOnlyOwn(Asked asked, HttpServletRequest request, @Nullable Account account) {
		return asked.ids().entrySet().stream().allMatch((id) -> isOwn(id.getKey(), id.getValue(), account))
				&& ACCOUNTS.stream()
					.flatMap((name) -> values(request, name))
					.allMatch((value) -> isOwn("account", value, account));
	}

	/** Somebody has done the task, or it is not to be done any more. */
	private boolean isDone(Asked asked, @Nullable String authorityId) {
		String task = asked.ids().get("task");
		return task != null && !this.ids.belongs("task", task, authorityId)
				&& this.ids.belongs("historicTask", task, authorityId);
	}

	/** The engine tells anyone the groups of any account. */
	private boolean isOwn(String kind, String id, @Nullable Account account) {
		return switch (kind) {
			case "shared", "name", "file" -> true;
			case "account" -> account != null && id.equals(account.id());
			default -> this.ids.belongs(kind, id, (account != null) ? account.authorityId() : null);
		};
	}

	private static Stream<String> values(HttpServletRequest request, String name) {
		return Arrays.stream(Objects.requireNonNullElse(request.getParameterValues(name), new String[0]));
	}

	private void refuse(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
		write(response, status, Map.of("type", "RestException", "message", sentence));
	}

	private void write(HttpServletResponse response, HttpStatus status, Object what) throws IOException {
		byte[] answer = this.json.writeValueAsBytes(what);
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setContentLength(answer.length);
		response.getOutputStream().write(answer);
	}

}
