package se.kulturlots.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

import se.kulturlots.core.Problem;

/** Answers what was refused with a page that says why. */
@ControllerAdvice
class ProblemAdvice {

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	private final ErrorPages pages;

	ProblemAdvice(ErrorPages pages) {
		this.pages = pages;
	}

	@ExceptionHandler
	ModelAndView problem(Problem problem, HttpServletRequest request, HttpServletResponse response) {
		return this.pages.of(request, response, problem);
	}

	/** What was typed stands on the page, to be sent again. */
	@ExceptionHandler
	ModelAndView tooMuch(TooMuchSent tooMuch, HttpServletRequest request, HttpServletResponse response) {
		return this.pages.ofTooMuch(request, response, tooMuch);
	}

	/** An address with an id that cannot be one leads nowhere. */
	@ExceptionHandler
	ModelAndView misshapen(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request,
			HttpServletResponse response) {
		boolean inPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
		return this.pages.of(request, response, (inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST).value());
	}

	/** Without a word in the log, where what was typed would stand. */
	@ExceptionHandler
	ModelAndView misshapen(BindException misshapen, HttpServletRequest request, HttpServletResponse response) {
		return this.pages.of(request, response, HttpStatus.BAD_REQUEST.value());
	}

	/** What it says may hold what was sent, and stays out of the log. */
	@ExceptionHandler
	ModelAndView misshapen(MultipartException misshapen, HttpServletRequest request, HttpServletResponse response) {
		log.warn("A form in parts could not be read: {}", misshapen.getMostSpecificCause().getClass().getName());
		return this.pages.of(request, response, HttpStatus.BAD_REQUEST.value());
	}

	@ExceptionHandler
	ModelAndView tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request,
			HttpServletResponse response) {
		return this.pages.of(request, response, HttpStatus.PAYLOAD_TOO_LARGE.value());
	}

	/**
	 * A lock or a statement that took too long; that the database is away is told apart.
	 */
	@ExceptionHandler
	ModelAndView overloaded(TransientDataAccessException overloaded, HttpServletRequest request,
			HttpServletResponse response) {
		return this.pages.of(request, response, HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}
