package se.kulturlots.staff.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The handbook as it stands in {@code docs}, rendered once at the start: a chapter for
 * each role, then those of modules, {@code handbok-<module>.md}. Its links and pictures
 * lead to the pages of the application.
 */
@Component
public class Handbook {

	/** Where the handbook is read. */
	static final String PATH = "/staff/handbook";

	/** What stands first, role by role. */
	private static final List<String> ROLES = List.of("", "lots", "chef", "registrator", "forening");

	private static final Pattern FILE = Pattern.compile("handbok-([a-z]+)\\.md");

	private static final Parser PARSER = Parser.builder().build();

	private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
		.escapeHtml(true)
		.sanitizeUrls(true)
		.extensions(List.of(HeadingAnchorExtension.create()))
		.build();

	private final Map<String, Chapter> chapters = new LinkedHashMap<>();

	private final Map<String, String> places = new HashMap<>();

	Handbook(ResourcePatternResolver resources) throws IOException {
		ROLES.forEach((name) -> this.chapters.put(name, read(name)));
		Stream.of(resources.getResources("classpath*:handbook/handbok-*.md"))
			.map((file) -> FILE.matcher(Objects.requireNonNull(file.getFilename())).replaceFirst("$1"))
			.sorted()
			.forEach((name) -> this.chapters.computeIfAbsent(name, this::read));
	}

	/**
	 * All chapters.
	 * @return the officer's first, those of modules last
	 */
	List<Chapter> chapters() {
		return List.copyOf(this.chapters.values());
	}

	/**
	 * One chapter.
	 * @param name its name in the address, empty for the first
	 * @return nothing if there is none such
	 */
	Optional<Chapter> chapter(String name) {
		return Optional.ofNullable(this.chapters.get(name));
	}

	/**
	 * Where something is explained.
	 * @param heading the name of a task, or any other heading
	 * @return a path, or null if it has no heading of its own
	 */
	@Nullable String path(String heading) {
		return this.places.get(heading);
	}

	/**
	 * A picture of the handbook.
	 * @param name its file name
	 * @return nothing if there is none such
	 */
	Optional<Resource> picture(String name) {
		Resource picture = new ClassPathResource("handbook/pictures/" + name);
		return name.matches("handbok-[a-z-]+\\.png") && picture.exists() ? Optional.of(picture) : Optional.empty();
	}

	private Chapter read(String name) {
		String file = "handbook/handbok" + (name.isEmpty() ? "" : "-" + name) + ".md";
		try {
			Node text = PARSER.parse(new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8));
			text.accept(new OwnAddresses());
			Headings headings = new Headings(address(name));
			text.accept(headings);
			return new Chapter(name, headings.title, headings.sections, RENDERER.render(text).replace(" />", ">"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String address(String name) {
		return name.isEmpty() ? PATH : PATH + "/" + name;
	}

	/**
	 * A part of the handbook, for one role.
	 *
	 * @param name its name in the address, empty for the first
	 * @param title its heading
	 * @param sections what it is about
	 * @param html its text
	 */
	public record Chapter(String name, String title, List<Section> sections, String html) {

		/** Where it is read. */
		public String path() {
			return address(this.name);
		}

	}

	/**
	 * A section of a chapter.
	 *
	 * @param id its anchor
	 * @param title its heading
	 */
	public record Section(String id, String title) {
	}

	/** Lets links between the files and to the pictures lead to our pages. */
	private static final class OwnAddresses extends AbstractVisitor {

		@Override
		public void visit(Link link) {
			link.setDestination(link.getDestination()
				.replaceFirst("^handbok\\.md", PATH)
				.replaceFirst("^handbok-([a-z]+)\\.md", PATH + "/$1"));
			visitChildren(link);
		}

		@Override
		public void visit(Image image) {
			image.setDestination(image.getDestination().replaceFirst("^pictures/", PATH + "/pictures/"));
			visitChildren(image);
		}

	}

	/** Collects the headings, with the same anchors as the renderer gives them. */
	private final class Headings extends AbstractVisitor {

		private final IdGenerator ids = IdGenerator.builder().build();

		private final TextContentRenderer plain = TextContentRenderer.builder().build();

		private final List<Section> sections = new ArrayList<>();

		private final String path;

		private String title = "";

		private Headings(String path) {
			this.path = path;
		}

		@Override
		public void visit(Heading heading) {
			String text = this.plain.render(heading);
			String id = this.ids.generateId(text);
			Handbook.this.places.put(text, this.path + "#" + id);
			if (heading.getLevel() == 1) {
				this.title = text;
			}
			else if (heading.getLevel() == 2) {
				this.sections.add(new Section(id, text));
			}
		}

	}

}
