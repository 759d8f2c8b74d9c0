package se.kulturlots.meeting.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import se.kulturlots.core.web.Page;
import se.kulturlots.meeting.MeetingNotes.Note;

/**
 * What was said about a question.
 *
 * @param heading the question with its number
 * @param notes one for each group
 */
public record NotesByQuestion(String heading, List<Note> notes) {

	static List<NotesByQuestion> of(Page page, List<Note> notes) {
		Map<String, List<Note>> byQuestion = notes.stream()
			.collect(Collectors.groupingBy((note) -> heading(page, note), LinkedHashMap::new, Collectors.toList()));
		return byQuestion.entrySet()
			.stream()
			.map((entry) -> new NotesByQuestion(entry.getKey(), entry.getValue()))
			.toList();
	}

	private static String heading(Page page, Note note) {
		return (note.question() != null)
				? page.t("meeting.notes.question", note.question().position(), note.question().text())
				: page.t("meeting.notes.other");
	}

}
