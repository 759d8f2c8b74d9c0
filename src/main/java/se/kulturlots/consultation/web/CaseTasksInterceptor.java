package se.kulturlots.consultation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import se.kulturlots.cases.Case;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.core.CaseId;
import se.kulturlots.workflow.OpenTasks;
import se.kulturlots.workflow.TaskLines;

/**
 * Gives each tab of a consultation the tasks that are open in it, whichever module the
 * tab belongs to.
 */
@Component
class CaseTasksInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	private static final String CONSULTATION = "/staff/consultations/{id:[0-9a-f-]{36}}";

	private final OpenTasks tasks;

	private final TaskLines lines;

	CaseTasksInterceptor(OpenTasks tasks, TaskLines lines) {
		this.tasks = tasks;
		this.lines = lines;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this)
			.addPathPatterns(CONSULTATION, CONSULTATION + "/invitees", CONSULTATION + "/meetings",
					CONSULTATION + "/input", CONSULTATION + "/plan");
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page == null) {
			return;
		}
		if (page.getModel().get("consultation") instanceof Consultation consultation) {
			add(page, consultation.authorityId(), consultation.id());
		}
		else if (page.getModel().get("of") instanceof Case one) {
			add(page, one.authorityId(), one.id());
		}
	}

	private void add(ModelAndView page, String authorityId, CaseId caseId) {
		page.addObject("next", this.lines.of(authorityId, this.tasks.ofCase(authorityId, caseId)));
	}

}
