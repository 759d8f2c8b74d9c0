package se.kulturlots.site.web;

import java.util.regex.Pattern;

/** Which fields of forms hold what no page may repeat. */
final class SecretFields {

	private static final Pattern SECRET = Pattern.compile("password|current|secret|token", Pattern.CASE_INSENSITIVE);

	private SecretFields() {
	}

	/**
	 * Whether a field is one of them.
	 * @return true if what stands in it is for the server alone
	 */
	static boolean contain(String name) {
		return SECRET.matcher(name).find();
	}

}
