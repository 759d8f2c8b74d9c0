package se.kulturlots.testing;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the tests of pages rely on: whatever breaks a rule is found. */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class BrowserTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			document-title | document.title = ''
			html-has-lang  | document.documentElement.removeAttribute('lang')
			label          | document.querySelectorAll('label').forEach((each) => each.remove())
			color-contrast | document.querySelector('main label').style = 'color: #888; background: #777'
			region         | document.body.insertAdjacentHTML('beforeend', '<p>Text</p>')
			sideways       | document.querySelector('h1').style.width = '3000px'
			""")
	void aPageIsJudgedAsItIsNow(String rule, String harm, Browser browser) {
		Page page = browser.open();
		page.navigate("/login");
		assertThatCode(() -> browser.assertAccessible(page)).doesNotThrowAnyException();
		page.evaluate(harm);
		assertThatThrownBy(() -> browser.assertAccessible(page)).isInstanceOf(AssertionError.class)
			.hasMessageContaining(rule);
	}

	@Test
	void aPartIsJudgedAlone(Browser browser) {
		Page page = browser.open();
		page.navigate("/login");
		page.evaluate("document.querySelectorAll('main label').forEach((each) => each.remove())");
		assertThatCode(() -> browser.assertAccessibleHere(page, "header")).doesNotThrowAnyException();
		assertThatThrownBy(() -> browser.assertAccessibleHere(page, "main")).isInstanceOf(AssertionError.class)
			.hasMessageContaining("label");
	}

}
