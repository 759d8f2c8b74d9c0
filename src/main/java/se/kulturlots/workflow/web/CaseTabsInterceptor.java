package se.kulturlots.workflow.web;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.ServletRequestPathUtils;

import se.kulturlots.cases.CaseKind;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.CaseTab;
import se.kulturlots.cases.CaseTabs;
import se.kulturlots.core.CaseId;
import se.kulturlots.identity.Account;
import se.kulturlots.workflow.OpenTasks;
import se.kulturlots.workflow.TaskLines;

/**
 * Gives the pages of a case, whichever module they belong to, their head and the tasks
 * that are open in it.
 */
@Configuration(proxyBeanMethods = false)
class CaseTabsInterceptor implements WebMvcConfigurer {

	private final CaseKinds kinds;

	private final CaseTabs tabs;

	private final OpenTasks tasks;

	private final TaskLines lines;

	CaseTabsInterceptor(CaseKinds kinds, CaseTabs tabs, OpenTasks tasks, TaskLines lines) {
		this.kinds = kinds;
		this.tabs = tabs;
		this.tasks = tasks;
		this.lines = lines;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		for (CaseKind kind : this.kinds.all()) {
			String one = kind.listPath() + "/{id:[0-9a-f-]{36}}";
			registry.addInterceptor(new OfKind(kind)).addPathPatterns(one, one + "/**");
		}
	}

	@Bean
	@Order(10)
	static CaseTab progressTab() {
		return CaseTab.ofAll("/progress", "workflow.tab.progress");
	}

	private final class OfKind implements HandlerInterceptor {

		private final CaseKind kind;

		private OfKind(CaseKind kind) {
			this.kind = kind;
		}

		/** A page that is shown is one of a case that its controller has found. */
		@Override
		public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
				@Nullable ModelAndView page) {
			if (page == null || !(request.getUserPrincipal() instanceof Authentication authentication)
					|| !(authentication.getPrincipal() instanceof Account account)) {
				return;
			}
			CaseId id = id(request);
			String path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().value();
			page.addObject("head", CaseTabsInterceptor.this.tabs.head(this.kind, id, path));
			CaseTabsInterceptor.this.tabs.at(this.kind, id, path)
				.filter(CaseTab::showsTasks)
				.ifPresent((tab) -> addTasks(page, tab, account, id));
		}

		private static CaseId id(HttpServletRequest request) {
			Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
			return new CaseId(UUID.fromString((String) Objects.requireNonNull(variables.get("id"))));
		}

		private void addTasks(ModelAndView page, CaseTab tab, Account account, CaseId id) {
			page.addObject("next",
					CaseTabsInterceptor.this.lines.of(account.authority(),
							CaseTabsInterceptor.this.tasks.ofCase(account.authority(), id)
								.stream()
								.filter((task) -> tab.shows(task.process()))
								.toList()));
		}

	}

}
