package se.kulturlots.scenario;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;

import se.kulturlots.authority.Authority;
import se.kulturlots.core.AppClock;
import se.kulturlots.register.Municipalities;
import se.kulturlots.scenario.SampleCycles.SampleCycle;

/**
 * Two authorities whose pages are all there: one has decided, the other asks people to
 * come and to say what they think.
 */
final class SampleSite {

	private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?href=\"(/[^\"?#]*)");

	private static final Pattern PERSONAL = Pattern.compile("/my/[a-z]+/[\\w-]{20,}");

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
			+ "|(?<=/accounts/)[a-z]+-[^/]+|(?<=/(ladders|versions|handbook)/)[^/]+");

	private static final Pattern NO_PAGE = Pattern
		.compile("/(fi|en|sv)(/.*)?|/camunda/.*|/oauth2/.*|.*\\.(csv|xlsx|json|ics|atom)");

	private final SampleCycles cycles;

	private final SampleCycle decided;

	private final SampleCycle open;

	private Collection<String> publicPages = List.of();

	SampleSite(SampleCycles cycles, AppClock clock, Municipalities municipalities) {
		this.cycles = cycles;
		this.decided = cycles.start("Plan A", "Folkets hus");
		this.decided.story().until("inputOpens");
		this.decided.say("Fler scener utanför staden, och öppet på kvällen.", "kim@decided.example");
		this.decided.story().toTheEnd();
		clock.setOffset(Duration.ZERO);
		this.open = cycles.start("Plan B", "Folkets park", "Ungdomshuset");
		municipalities.cover(this.open.authority().id(), List.of("0330", "0360"));
		this.open.story().until("inputOpens");
		this.open.say("Det saknas scener för unga.", "kim@open.example");
	}

	Authority decided() {
		return this.decided.authority();
	}

	Authority open() {
		return this.open.authority();
	}

	/** What stands on the pages and is in no language: names of people and things. */
	List<String> names() {
		return Stream.concat(
				Stream.of(decided(), open())
					.flatMap((authority) -> Stream.of(authority.name(), authority.contactName(), authority.id())),
				Stream.of("Plan A", "Plan B", "Folkets hus", "Folkets park", "Ungdomshuset", "Kulturföreningen",
						"Kim Exempel", "Test Person", "Dialogmöte", "Scener i hela länet", "Kulturråd"))
			.toList();
	}

	/**
	 * All that the public can come to, but for the authorities of other tests, to which
	 * the first page leads too.
	 */
	Collection<String> publicPages(Page page) {
		if (this.publicPages.isEmpty()) {
			this.publicPages = findPublicPages(page);
		}
		return this.publicPages;
	}

	private Collection<String> findPublicPages(Page page) {
		for (Authority authority : List.of(decided(), open())) {
			page.navigate("/" + authority.id() + "/my");
			page.fill("#email", authority.equals(open()) ? "kim@open.example" : "kim@decided.example");
			page.locator("main form button").click();
			page.navigate("/" + authority.id() + "/follow");
			page.locator("input[value=all]").check();
			page.fill("#email", "kim@follows.example");
			page.locator("main form button").click();
		}
		this.cycles.afterwards.run();
		page.navigate("/" + open().id());
		page.locator(".kl-edition button").last().click();
		page.waitForURL("**/opinion/**");
		List<String> starts = Stream
			.concat(Stream.of("/", "/" + decided().id(), "/" + open().id(), "/" + open().id() + "/nothing-here",
					"/my/input/unknown", page.url().replaceFirst("https?://[^/]+", "")), personal())
			.toList();
		return reachable(page, starts, Pattern.compile("/|/(accessibility|personal-data|cookies|login|my|%s|%s)(/.*)?"
			.formatted(decided().id(), open().id())));
	}

	/** All that staff can come to. */
	Collection<String> staffPages(Page page) {
		return reachable(page, List.of("/staff"), Pattern.compile("/staff(/.*)?"));
	}

	/** The links in the mails, one of each kind to each authority's people. */
	private Stream<String> personal() {
		Map<String, String> links = new LinkedHashMap<>();
		this.cycles.jdbc.sql("select authority_id, text_body from mail where authority_id in (:authorities)")
			.param("authorities", List.of(decided().id(), open().id()))
			.query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
			.list()
			.forEach((mail) -> PERSONAL.matcher(mail.getValue())
				.results()
				.map(MatchResult::group)
				.forEach((link) -> links.putIfAbsent(mail.getKey() + link.replaceAll("/[^/]*$", ""), link)));
		return links.values().stream();
	}

	/** Follows the links, but to one only of pages that differ in their ids. */
	private static Collection<String> reachable(Page page, List<String> starts, Pattern within) {
		Map<String, String> found = new LinkedHashMap<>();
		Deque<String> open = new ArrayDeque<>();
		starts.forEach((start) -> add(start, found, open));
		while (!open.isEmpty()) {
			String path = open.pop();
			APIResponse answer = page.request().get(path);
			if (!answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
				found.values().remove(path);
				continue;
			}
			LINK.matcher(answer.text())
				.results()
				.map((link) -> link.group(1))
				.filter((link) -> within.matcher(link).matches() && !NO_PAGE.matcher(link).matches())
				.forEach((link) -> add(link, found, open));
		}
		return found.values();
	}

	private static void add(String path, Map<String, String> found, Deque<String> open) {
		if (found.putIfAbsent(ID.matcher(path).replaceAll("id"), path) == null) {
			open.add(path);
		}
	}

}
