package se.kulturlots.site.web;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

import se.kulturlots.authority.AuthorityProblem;
import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.Pages;

/**
 * Gives each page its authority: the one in its address, which must exist, or that of the
 * staff who read it. Answers a refused form with the status of what was wrong.
 */
@Component
class WhosePage implements HandlerInterceptor {

	private final Pages pages;

	WhosePage(Pages pages) {
		this.pages = pages;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		Page page = this.pages.of(request);
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		if (variables instanceof Map<?, ?> map && map.get("authority") instanceof String id) {
			if (page.of(id).authority() == null) {
				throw AuthorityProblem.unknown();
			}
			if ("GET".equals(request.getMethod()) && !page.isOffered()) {
				response.sendRedirect(page.inOwnLanguage());
				return false;
			}
		}
		else if (page.isForStaff()) {
			AccountInfo account = page.account();
			if (account != null && account.authorityId() != null) {
				page.of(account.authorityId());
			}
		}
		return true;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView view) {
		int status = this.pages.of(request).status();
		boolean rendered = view != null && (view.getViewName() == null || !view.getViewName().startsWith("redirect:"));
		if (rendered && status != HttpServletResponse.SC_OK) {
			response.setStatus(status);
		}
	}

}
