package se.kulturlots.scenario;

import java.io.IOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.web.ConsultationSamples;
import se.kulturlots.core.Afterwards;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingOffice;
import se.kulturlots.meeting.MeetingPath;
import se.kulturlots.meeting.MeetingPlan;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.register.Municipalities;
import se.kulturlots.scenario.Post.Received;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Anybody can type anybody's address in a public form. No mail therefore carries anything
 * that was typed there, now or later; the page behind the personal link shows it all.
 */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class MailsToStrangersTest {

	/** Begins every text that is typed; too long to stand in a random token. */
	private static final String MARK = "zqxkjv";

	/** What is typed where not just any text is taken. */
	private static final Map<String, String> OF_A_KIND = Map.of("phone", "070-174 06 99", "organisationNumber",
			"802102-2945", "website", "https://" + MARK + "-pages.example/");

	/** The languages of the pages, and how their addresses begin. */
	private static final Map<String, String> LANGUAGES = new TreeMap<>(Map.of("sv", "", "fi", "/fi", "en", "/en"));

	/** Forms that are not played here, and why. */
	private static final Map<String, String> OTHERS = Map.of("/login/forgot", "mails go to addresses of accounts",
			"/login/password/{token}", "sends no mail", "/login/failed", "is forwarded to", "/error", "is forwarded to",
			"/my/news/{token}/one-click", "is sent by mail programs");

	private static final Pattern LINK = Pattern.compile("https?://[^/]+((/[a-z]{2})?/my/[a-z]+/[\\w-]{20,})");

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@Autowired
	ApplicationContext context;

	@Autowired
	Afterwards afterwards;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	Municipalities municipalities;

	@Autowired
	SampleCycles cycles;

	@Autowired
	Consultations consultations;

	@Autowired
	Meetings meetings;

	@Autowired
	MeetingOffice office;

	@Autowired
	Cases cases;

	@Autowired
	JdbcClient jdbc;

	Browser browser;

	Page window;

	Authority authority;

	Consultation consultation;

	Post post;

	/** All that was typed. */
	final Set<String> typed = new TreeSet<>();

	/** Where forms were sent to. */
	final Set<String> sent = new HashSet<>();

	private int last = 100;

	@Test
	void noMailCarriesWhatWasTypedInAPublicFormAndThePageBehindItsLinkDoes(Browser browser) {
		this.browser = browser;
		SampleCycle cycle = beginCycle();
		List<Meeting> two = this.meetings.of(cycle.id());
		LANGUAGES.forEach((language, home) -> {
			sayAndChange(home + this.consultation.path() + "/input", language);
			for (Meeting meeting : two) {
				register(home + MeetingPath.registration(this.consultation.path(), meeting), language);
			}
			String own = home + "/" + this.authority.id();
			List<String> organisation = play(own + "/join", language);
			play(own + "/my", language);
			this.afterwards.run();
			Page pages = opens(language, "personal-page");
			shows(pages, organisation);
			press(pages);
			assertThat(pages.url()).contains(home + "/my/");
			play(own + "/follow", language);
			this.afterwards.run();
			press(opens(language, "news-confirm"));
			press(window());
		});
		withdraw("fi", "input-receipt", "withdraw");
		play("/en" + MeetingPath.registration(this.consultation.path(), two.get(0)), "en");
		withdraw("en", "meeting-registered", "cancel");
		answerInvitationAndPage();

		this.office.move(this.authority.id(), two.get(0).id(),
				new MeetingPlan.When(two.get(0).day(this.authority.zone()).plusDays(7), LocalTime.of(17, 0),
						LocalTime.of(19, 0), "Rådhuset", null, two.get(0).registrationLastDay()));
		this.office.cancel(this.authority.id(), two.get(1).id(), "Lokalen är översvämmad.");
		this.cases.run();
		cycle.story().until("inputOpens");
		LANGUAGES.forEach((language, home) -> sayAndChange(home + this.consultation.path() + "/input", language));
		cycle.story().toTheEnd();

		assertThat(kinds()).containsExactlyInAnyOrder("input-receipt", "input-changed", "input-withdrawn",
				"meeting-registered", "meeting-waiting", "meeting-seat", "meeting-already", "meeting-withdrawn",
				"meeting-preparation", "meeting-reminder", "meeting-moved", "meeting-cancelled", "meeting-notes",
				"organisation-receipt", "personal-page", "news-confirm", "plan-answer");
		assertThat(this.typed).hasSizeGreaterThan(60);
		for (String language : LANGUAGES.keySet()) {
			List<Received> mails = this.post.to(address(language));
			assertThat(mails).hasSizeGreaterThan(10).anyMatch((mail) -> mail.calendar().contains("BEGIN:VEVENT"));
			for (Received mail : mails) {
				assertThat(whole(mail.message())).as("mail ”%s”", mail.subject())
					.doesNotContainIgnoringCase(MARK)
					.doesNotContain(OF_A_KIND.values());
			}
			Page said = window();
			said.navigate(mails.get(mails.size() - 1).link("/my/input/"));
			assertThat(said.locator("main").innerText()).as("behind the answer").contains(MARK);
		}
		everyPublicFormWasPlayed();
	}

	/** A form that is new fails here until it is played above. */
	private void everyPublicFormWasPlayed() {
		Collection<PathPattern> forms = publicForms();
		assertThat(forms.stream()
			.filter((form) -> this.sent.stream().noneMatch((path) -> form.matches(PathContainer.parsePath(path))))
			.map(PathPattern::getPatternString)).containsExactlyInAnyOrderElementsOf(OTHERS.keySet());
	}

	private Collection<PathPattern> publicForms() {
		return this.mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((each) -> each.getValue().getBeanType().getName().startsWith("se.kulturlots.")
					&& !each.getValue().getBeanType().getName().startsWith("se.kulturlots.testing."))
			.map(Map.Entry::getKey)
			.filter((info) -> info.getMethodsCondition().isEmpty()
					|| info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
			.map(RequestMappingInfo::getPathPatternsCondition)
			.flatMap((condition) -> condition.getPatterns().stream())
			.filter((pattern) -> !pattern.getPatternString().matches("/(staff|demo)(/.*)?"))
			.collect(Collectors.toSet());
	}

	private SampleCycle beginCycle() {
		this.authority = this.authorities.region();
		this.municipalities.cover(this.authority.id(), List.of("0380", "0381"));
		this.post = new Post(this.context, this.authority.id());
		SampleCycle cycle = this.cycles.start(this.authority, "Ny kulturplan", "Vad ska planen handla om?",
				"Folkets hus");
		Map<String, Object> plan = new HashMap<>(ConsultationSamples.plan(this.cycles.player.today().plusDays(330)));
		plan.put("numberOfMeetings", 2);
		cycle.story()
			.answering("planCycle", plan)
			.answering("planMeeting", meeting(cycle, "Möte i Heby"))
			.answering("planMeeting", meeting(cycle, "Möte i Östhammar"))
			.until("inputOpens");
		this.consultation = this.consultations.get(cycle.id());
		return cycle;
	}

	private static Map<String, Object> meeting(SampleCycle cycle, String title) {
		Map<String, Object> plan = new HashMap<>(cycle.story().usual("planMeeting"));
		plan.putAll(Map.of("title", title, "capacity", 2));
		return plan;
	}

	private void sayAndChange(String form, String language) {
		List<String> said = play(form, language);
		Page mine = opens(language, "input-receipt");
		shows(mine, said);
		mine.locator("main a[href$='/change']").click();
		List<String> changed = fill(mine, language);
		press(mine);
		shows(mine, changed);
	}

	private void register(String form, String language) {
		List<String> told = play(form, language);
		Page mine = opens(language, "meeting-registered", "meeting-waiting");
		shows(mine, told);
		mine.locator("main a[href$='/change']").click();
		List<String> changed = fill(mine, language);
		press(mine);
		shows(mine, changed);
	}

	private void withdraw(String language, String kind, String how) {
		Page mine = opens(language, kind);
		mine.locator("main a[href$='/" + how + "']").click();
		press(mine);
	}

	/** Forms that cause no mail; they are played all the same. */
	private void answerInvitationAndPage() {
		Page page = window();
		page.navigate(link("folketshus@forening.example", "invitation"));
		fill(page, "sv");
		press(page);
		page.navigate("/" + this.authority.id());
		page.locator(".kl-edition button").last().click();
		fill(page, "sv");
		press(page);
	}

	/** Fills in a form, checks what was filled in, and sends it. */
	private List<String> play(String form, String language) {
		Page page = window();
		page.navigate(form);
		List<String> filledIn = fill(page, language);
		press(page);
		if (page.locator("main button[name=step][value=send]").count() > 0) {
			press(page);
		}
		assertThat(page.locator(".kl-error-summary").allInnerTexts()).as(form).isEmpty();
		return filledIn;
	}

	/** One for everything, since forms are played one after the other. */
	private Page window() {
		if (this.window != null) {
			return this.window;
		}
		this.window = this.browser.open(false);
		this.window.onRequest((request) -> {
			if (request.method().equals("POST")) {
				this.sent.add(request.url()
					.replaceFirst("^https?://[^/]+", "")
					.replaceFirst("^/(fi|en)/", "/")
					.replaceFirst("\\?.*", ""));
			}
		});
		return this.window;
	}

	private static void press(Page page) {
		page.locator("main form:not(.kl-edition__ask) button[type=submit]").first().click();
	}

	/** Writes in every field that there is. */
	private List<String> fill(Page page, String language) {
		List<String> written = new ArrayList<>();
		for (Locator field : page.locator("main form:not(.kl-edition__ask)").locator("input, textarea, select").all()) {
			String name = field.getAttribute("name");
			String type = (field.getAttribute("type") != null) ? field.getAttribute("type") : "";
			switch (type) {
				case "hidden" -> {
				}
				case "email" -> field.fill(address(language));
				case "radio" -> {
					if (!name.equals("language")) {
						field.check();
					}
				}
				case "checkbox" -> field.check();
				default -> {
					if (name.equals("municipality") || name.equals("sector")) {
						field.selectOption(new SelectOption().setIndex(1));
					}
					else {
						String text = OF_A_KIND.getOrDefault(name, MARK + ++this.last);
						field.fill(text);
						written.add(text);
					}
				}
			}
		}
		this.typed.addAll(written);
		return written;
	}

	private String address(String language) {
		return language + "@" + this.authority.id() + ".example";
	}

	/** Follows the personal link of somebody's latest mail of a kind. */
	private Page opens(String language, String... kinds) {
		Page page = window();
		page.navigate(link(address(language), kinds));
		return page;
	}

	private String link(String recipient, String... kinds) {
		var link = LINK.matcher(this.jdbc.sql("""
				select text_body from mail
				where authority_id = :authority and recipient = :recipient and kind in (:kinds)
				order by created_at desc limit 1""")
			.param("authority", this.authority.id())
			.param("recipient", recipient)
			.param("kinds", List.of(kinds))
			.query(String.class)
			.single());
		assertThat(link.find()).as("link in %s to %s", Arrays.toString(kinds), recipient).isTrue();
		return link.group(1);
	}

	private static void shows(Page page, List<String> texts) {
		assertThat(page.locator("main").innerText()).as(page.url()).contains(texts);
	}

	private Set<String> kinds() {
		return new TreeSet<>(this.jdbc.sql("""
				select distinct kind from mail where authority_id = :authority and recipient like :strangers""")
			.param("authority", this.authority.id())
			.param("strangers", "%@" + this.authority.id() + ".example")
			.query(String.class)
			.list());
	}

	/** Every header and every part of a mail, as people and programs read it. */
	private static String whole(MimeMessage message) {
		StringBuilder all = new StringBuilder();
		try {
			Enumeration<Header> headers = message.getAllHeaders();
			while (headers.hasMoreElements()) {
				Header header = headers.nextElement();
				all.append(header.getName())
					.append(": ")
					.append(MimeUtility.decodeText(MimeUtility.unfold(header.getValue())))
					.append('\n');
			}
			add(message, all);
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException(ex);
		}
		return all.toString();
	}

	private static void add(Part part, StringBuilder all) throws MessagingException, IOException {
		if (part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				add(parts.getBodyPart(i), all);
			}
		}
		else if (part.getContent() instanceof String text) {
			// long lines of a calendar are folded
			all.append(text.replace("\r\n ", "")).append('\n');
		}
		else {
			all.append(new String(part.getInputStream().readAllBytes(), "UTF-8").replace("\r\n ", "")).append('\n');
		}
		all.append(part.getFileName()).append('\n');
	}

}
