package se.kulturlots.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.Yaml;

import org.springframework.core.io.ClassPathResource;

/** The consultations of the demo, each in a file under {@code demo/stories}. */
final class SampleStories {

	private static final List<String> FILES = List.of("kulturplan", "biblioteksplan", "barn-och-unga", "kulturarv",
			"offentlig-konst", "film", "sunnanvik");

	private SampleStories() {
	}

	static List<SampleStory> all() {
		return FILES.stream().map(SampleStories::read).toList();
	}

	private static SampleStory read(String name) {
		try (InputStream file = new ClassPathResource("demo/stories/" + name + ".yaml").getInputStream()) {
			Map<String, Object> story = new Yaml().load(file);
			return new ObjectMapper().convertValue(story, SampleStory.class);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
