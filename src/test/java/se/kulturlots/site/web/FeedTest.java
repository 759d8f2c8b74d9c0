package se.kulturlots.site.web;

import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.util.UriUtils;

import se.kulturlots.journal.Journal;
import se.kulturlots.meeting.Meeting;
import se.kulturlots.meeting.MeetingOffice;
import se.kulturlots.meeting.SampleMeetings;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What other programs read: calendars, news, and what search engines are told. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class FeedTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	MeetingOffice office;

	@Autowired
	Journal journal;

	@Test
	void calendarsFollowTheMeetingsAndTellOfThoseCalledOff(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published("Möte; med, tecken", 20);
		sample.wanted();
		Page page = browser.open();
		page.navigate(sample.consultation().path());
		String own = page.locator("main a[type='text/calendar']").getAttribute("href");
		List<VEvent> before = events(page.request(), own);
		assertThat(before).hasSize(1);
		assertThat(before.get(0).getSummary().getValue()).isEqualTo("Möte; med, tecken");
		assertThat(before.get(0).getDateStart().getValue().toInstant()).isEqualTo(meeting.startsAt());
		assertThat(page.request().get(own).text()).as("same again").isEqualTo(page.request().get(own).text());
		assertThat(page.request().get(own).text()).doesNotContain(SampleMeetings.LINK);
		assertThat(before.get(0).getUrl().getValue()).doesNotContain("/fi/");
		assertThat(events(page.request(), "/fi" + own).get(0).getUrl().getValue())
			.endsWith("/fi" + sample.consultation().path() + "/meetings/" + meeting.id());
		this.office.cancel(sample.authority().id(), meeting.id(), "Lokalen är översvämmad.");
		VEvent after = events(page.request(), "/" + sample.authority().id() + "/meetings.ics").get(0);
		assertThat(after.getUid().getValue()).isEqualTo(before.get(0).getUid().getValue());
		assertThat(after.getSequence().getValue()).isGreaterThan(before.get(0).getSequence().getValue());
		assertThat(after.getStatus().isCancelled()).isTrue();
	}

	@Test
	void oneMeetingIsPutIntoACalendarFoundOnAMapAndToldOf(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published("Möte & fika", 20);
		Meeting wanted = sample.wanted();
		sample.published("Ett annat möte", 20);
		String path = sample.consultation().path() + "/meetings/";
		Page page = browser.open();
		page.navigate(path + meeting.id());
		String own = page.locator(".kl-actions a[type='text/calendar']").getAttribute("href");
		assertThat(own).isEqualTo(path + meeting.id() + "/meeting.ics");
		assertThat(events(page.request(), own)).singleElement().satisfies((event) -> {
			assertThat(event.getSummary().getValue()).isEqualTo("Möte & fika");
			assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(meeting.startsAt());
		});
		assertThat(page.request().get(own).text()).doesNotContain(SampleMeetings.LINK);
		assertThat(page.request().get(path + wanted.id() + "/meeting.ics").status()).isEqualTo(404);
		assertThat(page.getByText("Visa platsen på en karta").getAttribute("href"))
			.isEqualTo("https://www.openstreetmap.org/search?query="
					+ UriUtils.encode(String.valueOf(meeting.place()), "UTF-8"));
		String letter = page.getByText("Tipsa någon om mötet").getAttribute("href");
		assertThat(URI.create(letter).getSchemeSpecificPart()).startsWith("?subject=Möte & fika&body=Hej!")
			.endsWith(page.url());
		assertThat(letter).contains("subject=M%C3%B6te%20%26%20fika&body=");
	}

	private static List<VEvent> events(APIRequestContext requests, String path) {
		APIResponse answer = requests.get(path);
		assertThat(answer.headers().get("content-type")).startsWith("text/calendar");
		return Biweekly.parse(answer.text()).first().getEvents();
	}

	@Test
	void newsTellWhatThePublicMayKnowInItsLanguage(Browser browser) throws Exception {
		SampleMeetings sample = new SampleMeetings(this.context);
		String id = sample.authority().id();
		this.journal.publish(id, sample.consultation().id(), "journal.case.documentAdded", "<script>& \"plan\" åäö");
		this.journal.note(id, sample.consultation().id(), "journal.case.documentAdded", "internt");
		Page page = browser.open();
		page.navigate("/en/" + id);
		String path = page.locator("link[type='application/atom+xml']").getAttribute("href");
		assertThat(path).isEqualTo("/en/" + id + "/news.atom");
		APIResponse answer = page.request().get(path);
		assertThat(answer.headers().get("content-type")).startsWith("application/atom+xml");
		SyndFeed feed = new SyndFeedInput().build(new StringReader(answer.text()));
		SyndEntry first = feed.getEntries().get(0);
		assertThat(first.getTitle()).isEqualTo("Ny kulturplan: The document “<script>& \"plan\" åäö” was added.");
		assertThat(first.getLink()).endsWith("/en" + sample.consultation().path());
		assertThat(first.getUpdatedDate().toInstant()).isAfter(Instant.EPOCH);
		assertThat(feed.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
		assertThat(answer.text()).doesNotContain("internt");
		assertThat(page.request().get(sample.consultation().path() + "/news.atom").text()).contains("Dokumentet");
		assertThat(page.request().get("/" + id + "/consultations/none/news.atom").status()).isEqualTo(404);
	}

	@Test
	void searchEnginesAreToldWhatToReadAndWhatNot(Browser browser) {
		SampleMeetings sample = new SampleMeetings(this.context);
		Meeting meeting = sample.published(20);
		Page page = browser.open();
		String robots = page.request().get("/robots.txt").text();
		assertThat(robots).contains("Disallow: /my/", "Disallow: /staff", "Disallow: /camunda", "/sitemap.xml");
		String id = sample.authority().id();
		assertThat(page.request().get("/sitemap.xml").text()).contains("/" + id + "/sitemap.xml</loc>");
		String map = page.request().get("/" + id + "/sitemap.xml").text();
		assertThat(map).contains("/meetings/" + meeting.id() + "</loc>", "hreflang=\"fi\"", "<lastmod>20",
				"/fi" + sample.consultation().path() + "</loc>");
		page.navigate(sample.consultation().path());
		assertThat(page.locator("link[hreflang=fi]")).hasAttribute("href",
				Pattern.compile("http.*/fi" + sample.consultation().path()));
		assertThat(page.request().get("/" + id).headers()).doesNotContainKey("x-robots-tag");
		assertThat(page.request().get("/" + id + "/my").headers()).containsEntry("x-robots-tag", "noindex, nofollow");
		assertThat(page.request().get("/fi/my/pages/x").headers()).containsEntry("x-robots-tag", "noindex, nofollow");
	}

}
