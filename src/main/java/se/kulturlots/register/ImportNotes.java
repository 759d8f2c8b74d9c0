package se.kulturlots.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers notes while a file is read. */
final class ImportNotes {

	private final List<ImportNote> notes = new ArrayList<>();

	void refused(int row, String name, String key, Object... arguments) {
		add(ImportNote.Kind.REFUSED, row, name, key, arguments);
	}

	void merged(int row, String name, String key, Object... arguments) {
		add(ImportNote.Kind.MERGED, row, name, key, arguments);
	}

	void warning(int row, String name, String key, Object... arguments) {
		add(ImportNote.Kind.WARNING, row, name, key, arguments);
	}

	int count(ImportNote.Kind kind) {
		return (int) this.notes.stream().filter((note) -> note.kind() == kind).count();
	}

	List<ImportNote> first(int most) {
		return this.notes.stream().sorted(Comparator.comparingInt(ImportNote::row)).limit(most).toList();
	}

	int size() {
		return this.notes.size();
	}

	private void add(ImportNote.Kind kind, int row, String name, String key, Object... arguments) {
		List<String> texts = List.of(arguments).stream().map(String::valueOf).toList();
		this.notes.add(new ImportNote(kind, row, name, "register.import.note." + key, texts));
	}

}
