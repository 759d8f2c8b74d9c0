package se.kulturlots.site.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.json.MappingJackson2JsonView;

import se.kulturlots.core.Problem;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.Pages;

/**
 * The one page that tells of everything that went wrong. What somebody typed who could
 * not be answered stands on it, to be sent again, unless a secret is among it.
 */
@Component
class ErrorPages {

	private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

	private static final String KEPT = ".kept";

	private final Pages pages;

	ErrorPages(Pages pages) {
		this.pages = pages;
	}

	ModelAndView of(HttpServletRequest request, HttpServletResponse response, Problem problem) {
		int status = problem.kind().status();
		Page page = this.pages.of(request);
		if (problem.authorityId() != null) {
			page.of(problem.authorityId());
		}
		whose(page, status);
		return view(page, response, status, page.t("site.error." + status + ".title"), page.t(problem));
	}

	ModelAndView of(HttpServletRequest request, HttpServletResponse response, int status) {
		return of(request, response, status, "site.error." + known(status) + ".text");
	}

	ModelAndView of(HttpServletRequest request, HttpServletResponse response, int status, String textKey) {
		Page page = this.pages.of(request);
		whose(page, status);
		String title = page.t("site.error." + known(status) + ".title");
		if (status != HttpStatus.SERVICE_UNAVAILABLE.value()) {
			return view(page, response, status, title, page.t(textKey));
		}
		if (!response.containsHeader(HttpHeaders.RETRY_AFTER)) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER.toSeconds()));
		}
		List<Choice> typed = typed(request, page);
		return toSendAgain(view(page, response, status, title, page.t(typed.isEmpty() ? textKey : textKey + KEPT)),
				typed, asSent(request, page));
	}

	/** Somebody has sent so much that they must wait. */
	ModelAndView ofTooMuch(HttpServletRequest request, HttpServletResponse response, TooMuchSent tooMuch) {
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMuch.seconds()));
		Page page = this.pages.of(request);
		List<Choice> typed = typed(request, page);
		ModelAndView view = typed.isEmpty() ? of(request, response, tooMuch.kind().status())
				: of(request, response, tooMuch);
		return toSendAgain(view, typed, asSent(request, page));
	}

	/** In the form in which the engine tells its clients of errors. */
	ModelAndView forPrograms(HttpServletRequest request, int status, @Nullable String textKey) {
		MappingJackson2JsonView json = new MappingJackson2JsonView();
		// and nothing else of the model, such as the page
		json.setModelKeys(Set.of("type", "message"));
		ModelAndView answer = new ModelAndView(json);
		answer.setStatus(HttpStatus.valueOf(status));
		answer.addObject("type", "RestException");
		answer.addObject("message",
				this.pages.of(request).t((textKey != null) ? textKey : "site.error." + known(status) + ".text"));
		return answer;
	}

	/**
	 * A form of the public's that could not be checked, because it was open for long or
	 * its cookie is gone: nothing typed is lost.
	 */
	ModelAndView ofUnchecked(HttpServletRequest request, HttpServletResponse response) {
		Page page = this.pages.of(request);
		whose(page, HttpStatus.FORBIDDEN.value());
		return toSendAgain(view(page, response, HttpStatus.FORBIDDEN.value(), page.t("site.error.unchecked.title"),
				page.t("site.error.unchecked.text")), typed(request, page), page.csrfToken());
	}

	/** Under an authority's address, what went wrong is said by the authority. */
	private static void whose(Page page, int status) {
		if (!page.isForStaff()) {
			page.ofItsAddress(status < HttpStatus.INTERNAL_SERVER_ERROR.value());
		}
	}

	private static ModelAndView toSendAgain(ModelAndView view, List<Choice> typed, String token) {
		view.addObject("typed", typed);
		view.addObject("token", token);
		return view;
	}

	private static List<Choice> typed(HttpServletRequest request, Page page) {
		if (!HttpMethod.POST.matches(request.getMethod())
				|| request.getParameterMap().keySet().stream().anyMatch(SecretFields::contain)) {
			return List.of();
		}
		return request.getParameterMap()
			.entrySet()
			.stream()
			.filter((field) -> !field.getKey().equals(page.csrfName()))
			.flatMap((field) -> Stream.of(field.getValue()).map((value) -> Choice.of(field.getKey(), value)))
			.toList();
	}

	/**
	 * The form's own token, whether it has been checked or not: what somebody else has
	 * written does not become ours by being sent again.
	 */
	private static String asSent(HttpServletRequest request, Page page) {
		return Objects.requireNonNullElse(request.getParameter(page.csrfName()), "");
	}

	private static int known(int status) {
		return switch (status) {
			case 400, 403, 404, 405, 408, 409, 410, 413, 429, 503 -> status;
			case 401 -> 403;
			default -> (status >= 400 && status < 500) ? 400 : 500;
		};
	}

	private static ModelAndView view(Page page, HttpServletResponse response, int status, String title, String text) {
		page.fail();
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		ModelAndView view = new ModelAndView("site/error");
		view.setStatus(HttpStatus.valueOf(status));
		view.addObject("page", page);
		view.addObject("status", status);
		view.addObject("title", title);
		view.addObject("text", text);
		return view;
	}

}
