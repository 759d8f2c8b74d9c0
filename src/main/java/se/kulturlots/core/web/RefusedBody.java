package se.kulturlots.core.web;

import org.springframework.http.HttpStatus;

/**
 * Ends the reading of a body. Not an {@link java.io.IOException}: a form would be taken
 * for an empty one.
 */
final class RefusedBody extends RuntimeException {

	RefusedBody(HttpStatus status) {
		super(status.toString(), null, false, false);
	}

}
