package se.kulturlots.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import se.kulturlots.consultation.Invitee;
import se.kulturlots.cases.Words.Written;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.meeting.TopicKind;
import se.kulturlots.register.Sector;

/**
 * A consultation of the demo as a file under {@code demo/stories} tells it. Days are
 * working days, counted from the one it begins on.
 *
 * @param plan what the plan is called, without its years
 * @param officer who starts it
 * @param begins how many working days ago
 * @param decision the day of the decision
 * @param subject what it is about
 * @param picture which of our drawings shows it, or null for none
 * @param words what is written of it in other languages and in easy words
 * @param invited which organisations of the register are chosen, or null for none
 * @param tasks what is answered to each task, the first time, the second time …; a task
 * without an answer stays open
 * @param replies who answers the invitation
 * @param meetings meetings added on the way
 * @param guests who registers for meetings
 * @param input what people say
 * @param referral what people say of the draft
 * @param sections what the plan says
 * @param notes what was said at meetings
 */
record CycleStory(String plan, String officer, int begins, int decision, String subject, @Nullable Drawing picture,
		List<Written> words, @Nullable Invited invited, Map<String, List<Answer>> tasks, List<Reply> replies,
		List<AddedMeeting> meetings, List<Guest> guests, List<Voice> input, List<Voice> referral,
		List<Section> sections, List<Note> notes) {

	CycleStory {
		words = orNone(words);
		tasks = Objects.requireNonNullElse(tasks, Map.of());
		replies = orNone(replies);
		meetings = orNone(meetings);
		guests = orNone(guests);
		input = orNone(input);
		referral = orNone(referral);
		sections = orNone(sections);
		notes = orNone(notes);
	}

	private static <T> List<T> orNone(@Nullable List<T> list) {
		return Objects.requireNonNullElse(list, List.of());
	}

	/** The same id each time, so that what was cut off is not done twice. */
	UUID id(Object part) {
		return UUID.nameUUIDFromBytes((this.plan + part).getBytes(java.nio.charset.StandardCharsets.UTF_8));
	}

	/**
	 * One of our drawings.
	 *
	 * @param name as {@link DrawnPictures} has it
	 * @param shows what is to be seen on it
	 */
	record Drawing(String name, String shows) {
	}

	/**
	 * Which organisations are chosen.
	 *
	 * @param every every so many of those that can be written to
	 * @param from the first of them
	 * @param search one that is looked up besides, or null
	 */
	record Invited(int every, int from, @Nullable Added search) {
	}

	/**
	 * An organisation that the liaison finds.
	 *
	 * @param email its address
	 * @param municipality the code of its municipality
	 */
	record Added(String name, String email, String municipality) {
	}

	/**
	 * What is answered to a task.
	 *
	 * @param day not before that day, or null for as soon as it is there
	 * @param answers by the keys of the form; {@code dag 5} stands for a date
	 */
	record Answer(@Nullable Integer day, @Nullable Map<String, Object> answers) {
	}

	/**
	 * How some of the invited answer.
	 *
	 * @param every every so many of them, unless they have answered
	 * @param answer what
	 */
	record Reply(int day, int every, Invitee.Answer answer) {
	}

	/** A meeting added on the way. */
	record AddedMeeting(int day, String title, String kind) {
	}

	/**
	 * Somebody who registers for a meeting.
	 *
	 * @param meeting the name of the meeting
	 * @param name who
	 * @param sector for which sort of organisation, or null for themselves
	 * @param language the language they read
	 * @param kind what they want to raise, or null
	 * @param topic in their words, or null
	 */
	record Guest(int day, String meeting, String name, @Nullable Sector sector, @Nullable String language,
			@Nullable TopicKind kind, @Nullable String topic) {
	}

	/**
	 * Somebody who says something.
	 *
	 * @param name who
	 * @param sector for which sort of organisation, or null for themselves
	 * @param language the language they write
	 * @param says what
	 */
	record Voice(int day, String name, @Nullable Sector sector, @Nullable String language, List<Said> says) {
	}

	/**
	 * What is said.
	 *
	 * @param about the number of the question or section, or null for anything else
	 * @param text the words
	 * @param theme what it is sorted under, or null
	 * @param hidden why it may not be shown, or null
	 * @param ledTo the number of the section it led to, or null
	 * @param answer what was done, or why not
	 */
	record Said(@Nullable Integer about, String text, @Nullable String theme, @Nullable String hidden,
			@Nullable Integer ledTo, @Nullable String answer) {
	}

	/** A section of the plan. */
	record Section(String heading, String text) {
	}

	/**
	 * What was said at a meeting.
	 *
	 * @param meeting the name of the meeting
	 * @param question the number of the question
	 * @param group who talked
	 * @param text what they said
	 */
	record Note(String meeting, int question, String group, String text) {
	}

	static EmailAddress addressOf(String name) {
		String plain = java.text.Normalizer.normalize(name.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "");
		return new EmailAddress(plain.replaceAll("[^a-z]+", ".") + "@post.example");
	}

}
