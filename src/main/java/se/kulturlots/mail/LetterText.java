package se.kulturlots.mail;

import java.util.List;
import java.util.stream.Collectors;

/** A letter in plain text. */
final class LetterText {

	private final StringBuilder text = new StringBuilder();

	LetterText(Letter letter, LetterFrame frame) {
		for (Letter.Part part : letter.parts()) {
			add(part);
		}
		block(frame.regards() + "\n" + String.join("\n", frame.signature()));
		this.text.append("--\n").append(frame.questions()).append('\n').append(frame.reach()).append('\n');
	}

	private void add(Letter.Part part) {
		if (part instanceof Letter.Paragraph paragraph) {
			block(paragraph.text());
		}
		else if (part instanceof Letter.Heading heading) {
			block(heading.text() + "\n" + "-".repeat(heading.text().length()));
		}
		else if (part instanceof Letter.Written written) {
			block(lines(written.paragraphs()));
		}
		else if (part instanceof Letter.Items items) {
			block(items.items().stream().map((item) -> "* " + item).collect(Collectors.joining("\n")));
		}
		else if (part instanceof Letter.Facts facts) {
			block(facts.facts()
				.stream()
				.map((fact) -> fact.label() + ": " + fact.value())
				.collect(Collectors.joining("\n")));
		}
		else if (part instanceof Letter.Button button) {
			block(button.label() + ":\n" + button.url());
		}
		else if (part instanceof Letter.Link link) {
			block(link.label() + ":\n" + link.url());
		}
	}

	private static String lines(List<List<String>> paragraphs) {
		return paragraphs.stream().map((lines) -> String.join("\n", lines)).collect(Collectors.joining("\n\n"));
	}

	private void block(String block) {
		this.text.append(block).append("\n\n");
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
