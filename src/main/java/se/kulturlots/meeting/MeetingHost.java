package se.kulturlots.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.OrganisationId;

/**
 * What a kind of case gives its meetings, as a bean of the module that owns the kind. The
 * meetings of a kind that has none gather around no questions, invite nobody and are
 * proposed for the first day that there is time to invite to.
 */
public interface MeetingHost {

	/** The {@link se.kulturlots.cases.CaseKind#key() key} of the kind. */
	String kind();

	/** What a case's meetings gather around, in its order. */
	default List<Question> questions(CaseId caseId) {
		return List.of();
	}

	/** What a case is about, proposed as the theme of its meetings. */
	default @Nullable String theme(CaseId caseId) {
		return null;
	}

	/** Over which days the meetings of a case are spread, null if over none. */
	default @Nullable Days days(CaseId caseId) {
		return null;
	}

	/** How many meetings a case begins with. */
	default int numberOfMeetings(CaseId caseId) {
		return 0;
	}

	/**
	 * The earlier case whose meetings are proposed again in a case, null if there is
	 * none.
	 */
	default @Nullable CaseId beginsFrom(CaseId caseId) {
		return null;
	}

	/** Why a case was cancelled, shown with its meetings; null if no reason was given. */
	default @Nullable String cancellationReason(CaseId caseId) {
		return null;
	}

	/**
	 * Goes through those invited to a case who have registered for none of its meetings
	 * and have not said that they stay away.
	 * @param work what is done with each lot
	 */
	default void forEachLotUnregistered(CaseId caseId, Consumer<List<Invited>> work) {
	}

	/**
	 * Notes who registers; said again, it is decided anew.
	 * @param link how the personal link is referred to by which they came, null if by
	 * none
	 */
	default void registered(Meeting meeting, Registration registration, @Nullable String link) {
	}

	/** Notes that a registration no longer stands. */
	default void withdrawn(Registration registration) {
	}

	/**
	 * Something to gather around.
	 *
	 * @param position its number, from 1
	 * @param text the question
	 */
	record Question(QuestionId id, int position, String text) {
	}

	/**
	 * Days over which meetings are spread.
	 *
	 * @param after the day after which they begin
	 * @param before the day by which all have been held
	 */
	record Days(LocalDate after, LocalDate before) {
	}

	/**
	 * Who is invited.
	 *
	 * @param organisationId the organisation in the register
	 * @param email their address, null if they can only be called
	 * @param locale the language they are written to in
	 */
	record Invited(OrganisationId organisationId, @Nullable String email, Locale locale) {
	}

}
