package se.kulturlots.core.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Sends somebody to the error page from where no controller is reached. */
public final class Refusal {

	/** The text for a form without the hidden field that shows it is one of ours. */
	public static final String UNCHECKED_FORM = "identity.forgedForm";

	private static final String TEXT = Refusal.class.getName();

	private Refusal() {
	}

	/**
	 * Refuses a request with the usual text of a status.
	 * @param response its answer
	 * @throws IOException if the answer cannot be written
	 */
	public static void send(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
		request.removeAttribute(TEXT);
		response.sendError(status);
	}

	/**
	 * Refuses a request with a text of its own.
	 * @param response its answer
	 * @throws IOException if the answer cannot be written
	 */
	public static void send(HttpServletRequest request, HttpServletResponse response, int status, String textKey)
			throws IOException {
		request.setAttribute(TEXT, textKey);
		response.sendError(status);
	}

	/**
	 * The text with which a request was refused.
	 * @return its key, or null for the usual one
	 */
	public static @Nullable String textKey(HttpServletRequest request) {
		return (String) request.getAttribute(TEXT);
	}

}
