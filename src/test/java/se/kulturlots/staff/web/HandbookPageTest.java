package se.kulturlots.staff.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.authority.Authority;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;

/** The handbook inside the application. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class HandbookPageTest {

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	Handbook handbook;

	@Test
	void everyChapterIsReadWithItsPictures(Browser browser) {
		Authority authority = this.authorities.region();
		Page page = browser.open();
		browser.signIn(page, this.accounts.with(authority.id(), Role.OFFICER).id());
		for (Handbook.Chapter chapter : this.handbook.chapters()) {
			page.navigate(chapter.path());
			PlaywrightAssertions.assertThat(page.locator("h1")).hasText(chapter.title());
			assertThat(page.evaluate(
					"""
							[...document.querySelectorAll('.kl-handbook img')]
								.filter((picture) => !picture.complete || !picture.naturalWidth).map((picture) => picture.src)"""))
				.asString()
				.isEqualTo("[]");
			assertThat(page.evaluate("""
					[...document.querySelectorAll('main a[href^="#"]')]
						.filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
						.map((link) => link.hash)""")).asString().isEqualTo("[]");
		}
		page.navigate(Handbook.PATH);
		browser.assertAccessible(page);
		browser.screenshot(page, "handbook");
		assertThat(page.navigate(Handbook.PATH + "/nothing").status()).isEqualTo(404);
		assertThat(page.navigate(Handbook.PATH + "/pictures/..%2fhandbok.png").status()).isGreaterThanOrEqualTo(400);
	}

	@Test
	void aTaskLeadsToItsPlace() {
		assertThat(this.handbook.path("Sortera synpunkterna")).isEqualTo("/staff/handbook#sortera-synpunkterna");
		assertThat(this.handbook.path("Granska utkastet")).isEqualTo("/staff/handbook/chef#granska-utkastet");
		assertThat(this.handbook.path("Något annat")).isNull();
	}

}
