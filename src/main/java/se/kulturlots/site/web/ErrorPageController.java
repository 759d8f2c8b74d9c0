package se.kulturlots.site.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import se.kulturlots.core.web.Refusal;

/** Where the server sends what nothing else has answered. */
@Controller
class ErrorPageController implements ErrorController {

	private final ErrorPages pages;

	ErrorPageController(ErrorPages pages) {
		this.pages = pages;
	}

	@RequestMapping("${server.error.path:/error}")
	ModelAndView error(HttpServletRequest request) {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		String textKey = Refusal.textKey(request);
		int code = (status instanceof Integer number) ? number : 404;
		if (DatabaseAway.isCauseOf((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
			code = HttpStatus.SERVICE_UNAVAILABLE.value();
		}
		return (textKey != null) ? this.pages.of(request, code, textKey) : this.pages.of(request, code);
	}

}
