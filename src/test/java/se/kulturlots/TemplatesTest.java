package se.kulturlots;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import se.kulturlots.core.web.SeveralLines;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Templates speak through the message files only, so every page is there in each
 * language.
 */
class TemplatesTest {

	private static final Path TEMPLATES = Path.of("src", "main", "jte");

	/** Fields that are read one by one have names that are put together. */
	private static final Pattern TEXTAREA = Pattern.compile("form\\.textarea\\([^\n]*?name = \"(\\w+)\",");

	@Test
	void noTemplateHasTextOfItsOwn() throws IOException {
		List<String> found = new ArrayList<>();
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".jte")).sorted().toList()) {
				new Template(Files.readString(file)).ownText()
					.forEach((text) -> found.add(TEMPLATES.relativize(file) + ": " + text));
			}
		}
		assertThat(found).isEmpty();
	}

	@Test
	void noTemplateShowsAnythingUnescaped() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			assertThat(files.filter((path) -> path.toString().endsWith(".jte")))
				.allSatisfy((file) -> assertThat(Files.readString(file)).doesNotContain("$unsafe"));
		}
	}

	/** Others are made one line when they come in. */
	@Test
	void whatIsTypedInSeveralLinesIsMarkedSo() throws Exception {
		Set<String> shown = new TreeSet<>();
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".jte")).toList()) {
				TEXTAREA.matcher(Files.readString(file)).results().forEach((area) -> shown.add(area.group(1)));
			}
		}
		Set<String> marked = new TreeSet<>();
		for (JavaClass each : new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("se.kulturlots")) {
			for (JavaField field : each.getFields()) {
				if (field.isAnnotatedWith(SeveralLines.class)) {
					marked.add(field.getName());
				}
			}
			for (JavaCodeUnit unit : each.getCodeUnits()) {
				for (JavaParameter parameter : unit.getParameters()) {
					if (parameter.isAnnotatedWith(SeveralLines.class)) {
						marked.add(unit.reflect() instanceof Executable executable
								? executable.getParameters()[parameter.getIndex()].getName() : "");
					}
				}
			}
		}
		assertThat(marked).isNotEmpty().isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-",
			value = { "<p>Hej alla</p> | Hej alla", "<p>${page.t(\"a.b\")}</p> | -", "<img alt=\"En bild\"> | En bild",
					"<a title=\"${x}\" href=\"/abc\">→</a> | -",
					"@if(a.equals(\"x)\"))<b class=\"ds-b\">&nbsp;·</b>@else Nej@endif | Nej",
					"@template.site.layout(page = page, content = @`<h1>Rubrik</h1>`) | Rubrik",
					"@template.site.form.field(page, label = \"Namn på föreningen\") | Namn på föreningen",
					"@template.site.form.field(page, cls = \"ds-button big\", content = @`${a}`) | -",
					"<%-- Why so --%><script>let a = 1 < 2;</script><style>p { color: red }</style> | -",
					"@for(var x : xs)<li @if(x.b())hidden@endif>${x.name()}</li>@endfor | -",
					"<span lang=\"sv\">Kulturlots</span> | -" })
	void ownTextIsTold(String template, String expected) {
		assertThat(new Template(template).ownText())
			.isEqualTo((expected != null) ? List.of(expected) : List.<String>of());
	}

	/** Takes a template apart: what is Java, what are tags, and what would be shown. */
	private static final class Template {

		private static final Pattern UNSEEN = Pattern
			.compile("(?s)<%--.*?--%>|<!--.*?-->|<(script|style)\\b.*?</\\1>|(?m)^\\s*@(import|param)\\b.*$");

		private static final Pattern SPOKEN_ATTRIBUTE = Pattern
			.compile("\\b(?:alt|title|placeholder|aria-label|summary)=\"([^\"]*)\"");

		private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

		private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}\\p{Ll}{2,}.*", Pattern.DOTALL);

		private static final Pattern JAVA_BEGINS = Pattern
			.compile("\\$(?:unsafe)?\\{|!\\{|@(?:if|elseif|for|template[.\\w]*|layout[.\\w]*)\\s*\\(");

		private static final Pattern KEYWORD = Pattern.compile("@(?:else|endif|endfor|raw|endraw)");

		private final String source;

		private final StringBuilder html = new StringBuilder();

		private final List<String> texts = new ArrayList<>();

		private int position;

		Template(String source) {
			this.source = UNSEEN.matcher(source).replaceAll("");
		}

		List<String> ownText() {
			html();
			this.texts.addAll(SPOKEN_ATTRIBUTE.matcher(this.html)
				.results()
				.map((MatchResult result) -> result.group(1))
				.toList());
			this.texts.addAll(List.of(this.html.toString().replaceAll("(?s)<[^>]*>", "\n").split("\n")));
			return this.texts.stream()
				.map((text) -> text.replaceAll("&\\w+;|Kulturlots", " ").strip())
				.filter((text) -> WORD.matcher(text).find())
				.toList();
		}

		private void html() {
			var java = JAVA_BEGINS.matcher(this.source);
			var keyword = KEYWORD.matcher(this.source);
			while (this.position < this.source.length() && this.source.charAt(this.position) != '`') {
				if (java.region(this.position, this.source.length()).lookingAt()) {
					this.position = java.end();
					java();
				}
				else if (keyword.region(this.position, this.source.length()).lookingAt()) {
					this.position = keyword.end();
				}
				else {
					this.html.append(this.source.charAt(this.position++));
				}
			}
			this.position++;
		}

		/* to the bracket that closes; html in backticks is html again */
		private void java() {
			int depth = 1;
			while (depth > 0 && this.position < this.source.length()) {
				char next = this.source.charAt(this.position++);
				if (next == '(' || next == '{') {
					depth++;
				}
				else if (next == ')' || next == '}') {
					depth--;
				}
				else if (next == '"') {
					literal();
				}
				else if (next == '`') {
					html();
				}
			}
		}

		private void literal() {
			int end = this.position;
			while (this.source.charAt(end) != '"') {
				end += (this.source.charAt(end) == '\\') ? 2 : 1;
			}
			String literal = this.source.substring(this.position, end);
			if (SENTENCE.matcher(literal).matches()) {
				this.texts.add(literal);
			}
			this.position = end + 1;
		}

	}

}
