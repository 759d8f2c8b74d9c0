package se.kulturlots.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

import se.kulturlots.cases.Words;
import se.kulturlots.core.CaseId;

/**
 * The meetings of all authorities; asked with the authority's id wherever somebody looks.
 */
public interface Meetings extends Repository<Meeting, MeetingId> {

	/** A meeting {@code m} with its times. */
	String READ = """
			select m.*, (select due_at from deadline where subject_id = m.id and kind = 'MEETING') starts_at,
				(select due_at from deadline where subject_id = m.id and kind = 'MEETING_END') ends_at,
				(select last_day from deadline where subject_id = m.id and kind = 'REGISTRATION') registration_last_day,
				(select due_at from deadline where subject_id = m.id and kind = 'REGISTRATION') registration_due,
				""" + Words.READ + "m.id" + Words.AS_OTHER_WORDS + """

			from meeting m
			""";

	Meeting save(Meeting meeting);

	List<Meeting> saveAll(Iterable<Meeting> meetings);

	@Query(READ + "where id = :id")
	Optional<Meeting> findById(MeetingId id);

	@Query(READ + "where id in (:ids)")
	List<Meeting> findSomeById(Collection<MeetingId> ids);

	default List<Meeting> findAllById(Collection<MeetingId> ids) {
		return ids.isEmpty() ? List.of() : findSomeById(ids);
	}

	/**
	 * Looks one up.
	 * @param authorityId who asks
	 * @return nothing if it is another authority's
	 */
	@Query(READ + "where id = :id and authority_id = :authorityId")
	Optional<Meeting> findByIdAndAuthorityId(MeetingId id, String authorityId);

	/**
	 * Lets everybody else who wants to change a meeting wait.
	 * @return its id, if there is one
	 */
	@Query("select id from meeting where id = :id for update")
	Optional<MeetingId> lock(MeetingId id);

	/**
	 * The meetings of a case, those without a time last.
	 * @return a short list
	 */
	@Query(READ + "where case_id = :caseId order by starts_at nulls last, ordinal")
	List<Meeting> of(CaseId caseId);

	/**
	 * The meetings of an authority that the public may see, those called off too.
	 * @return by time
	 */
	@Query(READ + "where authority_id = :authorityId and published_at is not null order by starts_at, id")
	List<Meeting> published(String authorityId);

	/**
	 * The meetings of several cases that have been published.
	 * @param caseIds the cases, at least one
	 * @return by time
	 */
	@Query(READ + "where case_id in (:caseIds) and published_at is not null order by starts_at, ordinal")
	List<Meeting> publishedOf(Collection<CaseId> caseIds);

	/**
	 * Takes a seat, if there is one.
	 * @return whether there was
	 */
	@Modifying
	@Query("""
			update meeting set seats_taken = seats_taken + 1
			where id = :id and (capacity is null or seats_taken < capacity)""")
	boolean takeSeat(MeetingId id);

	/** Gives a seat back. */
	@Modifying
	@Query("update meeting set seats_taken = seats_taken - 1 where id = :id")
	void giveSeatBack(MeetingId id);

	/**
	 * One that must exist and be the authority's.
	 * @param authorityId who asks
	 * @throws MeetingProblem if there is none such
	 */
	default Meeting get(String authorityId, MeetingId id) {
		return findByIdAndAuthorityId(id, authorityId).orElseThrow(MeetingProblem::unknown);
	}

	/**
	 * One that a process works on.
	 * @throws MeetingProblem if there is none
	 */
	default Meeting get(MeetingId id) {
		return findById(id).orElseThrow(MeetingProblem::unknown);
	}

	/**
	 * One that is about to be changed.
	 * @return the meeting, held until the end of the transaction
	 * @throws MeetingProblem if there is none
	 */
	default Meeting hold(MeetingId id) {
		// its times stand in other rows, which a statement that has waited reads as they
		// were
		return lock(id).flatMap((held) -> findById(id)).orElseThrow(MeetingProblem::unknown);
	}

	/**
	 * One that the public may see.
	 * @param caseId the case it must belong to
	 * @throws MeetingProblem if there is none such, or it is not published
	 */
	default Meeting published(String authorityId, CaseId caseId, MeetingId id) {
		return findByIdAndAuthorityId(id, authorityId)
			.filter((meeting) -> meeting.caseId().equals(caseId) && meeting.isPublic())
			.orElseThrow(MeetingProblem::unknown);
	}

}
