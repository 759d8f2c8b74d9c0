package se.kulturlots.meeting.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import se.kulturlots.cases.Words;
import se.kulturlots.cases.Words.Part;
import se.kulturlots.core.Said;
import se.kulturlots.core.web.Page;
import se.kulturlots.meeting.MeetingHost.Question;
import se.kulturlots.meeting.MeetingNotes.Note;

/**
 * What was said about a question.
 *
 * @param heading the number of the question, or that it is about none
 * @param question what was asked, follows on the heading; null if nothing
 * @param notes one for each group
 */
public record NotesByQuestion(String heading, @Nullable Said question, List<Note> notes) {

	/**
	 * As a reader meets them.
	 * @param words what is written of the case besides its own texts
	 */
	static List<NotesByQuestion> of(Page page, List<Note> notes, Words words) {
		Map<Optional<Question>, List<Note>> byQuestion = notes.stream()
			.collect(Collectors.groupingBy((note) -> Optional.ofNullable(note.question()), LinkedHashMap::new,
					Collectors.toList()));
		return byQuestion.entrySet()
			.stream()
			.map((entry) -> of(page, entry.getKey().orElse(null), entry.getValue(), words))
			.toList();
	}

	private static NotesByQuestion of(Page page, @Nullable Question asked, List<Note> notes, Words words) {
		if (asked == null) {
			return new NotesByQuestion(page.t("meeting.notes.other"), null, notes);
		}
		return new NotesByQuestion(page.t("meeting.notes.question", asked.position(), ""),
				words.say(Part.QUESTION, asked.position(), page.locale(), asked.text(), page.ownLang()), notes);
	}

}
