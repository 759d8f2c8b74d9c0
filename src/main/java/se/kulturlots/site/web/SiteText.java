package se.kulturlots.site.web;

import java.time.Instant;

import se.kulturlots.core.Edition;

/**
 * Pages whose text comes with the application. Whoever changes a text changes its date.
 */
enum SiteText {

	CONTACT("/contact", "site.contact.title", "2026-11-23T00:00:00Z"),

	ACCESSIBILITY("/accessibility", "site.accessibility.title", "2026-11-23T00:00:00Z"),

	PERSONAL_DATA("/personal-data", "site.personalData.title", "2026-11-23T00:00:00Z"),

	COOKIES("/cookies", "site.cookies.title", "2026-11-23T00:00:00Z");

	private static final Instant FIRST = Instant.parse("2026-11-22T00:00:00Z");

	private final String path;

	private final String titleKey;

	private final Instant changed;

	SiteText(String path, String titleKey, String changed) {
		this.path = path;
		this.titleKey = titleKey;
		this.changed = Instant.parse(changed);
	}

	String path() {
		return this.path;
	}

	String titleKey() {
		return this.titleKey;
	}

	Edition edition() {
		return Edition.of(FIRST, this.changed);
	}

}
