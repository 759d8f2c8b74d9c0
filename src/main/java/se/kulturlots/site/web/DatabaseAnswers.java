package se.kulturlots.site.web;

import java.sql.SQLException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import se.kulturlots.core.BrokenConstraint;
import se.kulturlots.core.DatabaseAway;
import se.kulturlots.core.LostRace;

/**
 * Answers what the database could not do, whoever asked it: that it is away, that
 * somebody else was first, that a fault of ours broke a constraint, or that what came in
 * is of no shape that it stores and no form has said so before.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAnswers implements HandlerExceptionResolver {

	private static final Logger log = LoggerFactory.getLogger(DatabaseAnswers.class);

	/** Too long, out of range, no character. */
	private static final String DATA_EXCEPTION = "22";

	private final ErrorPages pages;

	DatabaseAnswers(ErrorPages pages) {
		this.pages = pages;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception fault) {
		if (DatabaseAway.isCauseOf(fault)) {
			// told once for all who miss it
			log.error("No answer without the database", fault);
			return this.pages.of(request, response, HttpStatus.SERVICE_UNAVAILABLE.value());
		}
		Optional<BrokenConstraint> constraint = BrokenConstraint.in(fault);
		if (LostRace.isCauseOf(fault)) {
			log.info("Somebody else was first: {}",
					constraint.map(Object::toString).orElseGet(() -> fault.getClass().getSimpleName()));
			return this.pages.of(request, response, HttpStatus.CONFLICT.value());
		}
		if (constraint.isPresent()) {
			log.error("A fault of ours broke a constraint", constraint.get().traceOf(fault));
			return this.pages.of(request, response, HttpStatus.INTERNAL_SERVER_ERROR.value());
		}
		return isMisshapen(fault) ? this.pages.of(request, response, HttpStatus.BAD_REQUEST.value()) : null;
	}

	private static boolean isMisshapen(Exception fault) {
		int depth = 0;
		for (Throwable cause = fault; cause != null && depth < 50; cause = cause.getCause(), depth++) {
			if (cause instanceof SQLException sql && sql.getSQLState() != null
					&& sql.getSQLState().startsWith(DATA_EXCEPTION)) {
				return true;
			}
		}
		return false;
	}

}
