package se.kulturlots;

import java.util.stream.Stream;

import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes along with the libraries and must not. */
class LibrariesTest {

	/** A diagram must not become a program: those of the engine's expressions only. */
	@Test
	void noScriptEngineComesAlong() {
		Stream<String> languages = new ScriptEngineManager().getEngineFactories()
			.stream()
			.map(ScriptEngineFactory::getLanguageName);
		assertThat(languages).containsExactlyInAnyOrder("JSP 2.1 EL", "feel", "feel-unary-tests");
	}

}
