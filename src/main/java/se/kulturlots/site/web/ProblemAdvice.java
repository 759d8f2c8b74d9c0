package se.kulturlots.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

import se.kulturlots.core.Problem;

/** Answers what was refused with a page that says why. */
@ControllerAdvice
class ProblemAdvice {

	private final ErrorPages pages;

	ProblemAdvice(ErrorPages pages) {
		this.pages = pages;
	}

	@ExceptionHandler
	ModelAndView problem(Problem problem, HttpServletRequest request) {
		return this.pages.of(request, problem);
	}

	/** What was typed stands on the page, to be sent again. */
	@ExceptionHandler
	ModelAndView tooMuch(TooMuchSent tooMuch, HttpServletRequest request, HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMuch.seconds()));
		return this.pages.toSendAgain(request, this.pages.of(request, tooMuch));
	}

	/** An address with an id that cannot be one leads nowhere. */
	@ExceptionHandler
	ModelAndView misshapen(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
		boolean inPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
		return this.pages.of(request, (inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST).value());
	}

	@ExceptionHandler
	ModelAndView tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
		return this.pages.of(request, HttpStatus.PAYLOAD_TOO_LARGE.value());
	}

	@ExceptionHandler
	ModelAndView changedMeanwhile(OptimisticLockingFailureException changed, HttpServletRequest request) {
		return this.pages.of(request, HttpStatus.CONFLICT.value());
	}

	@ExceptionHandler({ DataAccessResourceFailureException.class, TransientDataAccessException.class,
			CannotCreateTransactionException.class })
	ModelAndView databaseAway(Exception away, HttpServletRequest request) {
		return this.pages.of(request, HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}
