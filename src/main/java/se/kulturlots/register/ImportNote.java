package se.kulturlots.register;

import java.util.List;

/**
 * Something to know about a row of a file.
 *
 * @param key what: the last word of the key of its sentence
 * @param arguments what the sentence names: headings, names, and values as they were
 * written
 */
public record ImportNote(String key, List<String> arguments) {

	static ImportNote of(String key, Object... arguments) {
		return new ImportNote(key, List.of(arguments).stream().map(String::valueOf).toList());
	}

	public String messageKey() {
		return "register.import.note." + this.key;
	}

}
