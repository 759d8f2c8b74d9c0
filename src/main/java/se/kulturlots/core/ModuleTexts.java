package se.kulturlots.core;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of all modules: every {@code messages/<module>_<language>.properties} on the
 * class path. A language that has no files has no texts.
 */
@Component("messageSource")
class ModuleTexts extends AbstractMessageSource {

	/** By language and key. */
	private final Map<String, Map<String, String>> texts = new HashMap<>();

	private final Map<Usage, MessageFormat> formats = new ConcurrentHashMap<>();

	ModuleTexts(ResourcePatternResolver resources) throws IOException {
		for (Resource file : resources.getResources("classpath*:messages/*_*.properties")) {
			read(file);
		}
	}

	private void read(Resource file) throws IOException {
		String language = Objects.requireNonNull(file.getFilename()).replaceFirst(".*_(\\w+)\\.properties", "$1");
		Map<String, String> known = this.texts.computeIfAbsent(language, (added) -> new HashMap<>());
		Properties read = new Properties();
		try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
			read.load(reader);
		}
		for (String key : read.stringPropertyNames()) {
			if (known.put(key, read.getProperty(key)) != null) {
				throw new IllegalStateException(file + " repeats the text " + key + " of another module");
			}
		}
	}

	@Override
	protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
		return this.texts.getOrDefault(locale.getLanguage(), Map.of()).get(code);
	}

	@Override
	protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
		String text = resolveCodeWithoutArguments(code, locale);
		return (text != null)
				? this.formats.computeIfAbsent(new Usage(code, locale), (key) -> createMessageFormat(text, locale))
				: null;
	}

	private record Usage(String code, Locale locale) {

	}

}
