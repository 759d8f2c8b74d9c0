package se.kulturlots.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

import se.kulturlots.meeting.Registration.Status;

/** The registrations for all meetings. */
public interface Registrations extends ListCrudRepository<Registration, UUID> {

	/**
	 * Those that stand in certain ways, in the order in which they came.
	 * @param meetingId the meeting
	 * @param statuses how they may stand
	 * @return at most some hundreds
	 */
	List<Registration> findByMeetingIdAndStatusInOrderByQueue(UUID meetingId, Collection<Status> statuses);

	/**
	 * The first on the waiting list.
	 * @param meetingId the meeting
	 * @param status {@link Status#WAITING}
	 * @return nothing if nobody waits
	 */
	Optional<Registration> findFirstByMeetingIdAndStatusOrderByQueue(UUID meetingId, Status status);

	/**
	 * Looks one up.
	 * @param id its id
	 * @param authorityId who asks
	 * @return nothing if it is another authority's
	 */
	Optional<Registration> findByIdAndAuthorityId(UUID id, String authorityId);

	/**
	 * The registration of an address, if it has not been cancelled.
	 * @param meetingId the meeting
	 * @param email the address
	 * @return nothing if there is none
	 */
	@Query("""
			select * from registration
			where meeting_id = :meetingId and lower(email) = lower(:email) and status <> 'CANCELLED'""")
	Optional<Registration> activeWith(UUID meetingId, String email);

	/**
	 * All registrations of an address, those cancelled too.
	 * @param authorityId whose meetings
	 * @param email the address
	 * @return the newest first
	 */
	@Query("""
			select * from registration
			where authority_id = :authorityId and lower(email) = lower(:email) order by registered_at desc""")
	List<Registration> of(String authorityId, String email);

	/**
	 * Forgets what people eat.
	 * @param meetingId the meeting
	 */
	@Modifying
	@Query("update registration set food = null, version = version + 1 where meeting_id = :meetingId and food is not null")
	void forgetFood(UUID meetingId);

	/**
	 * Those with a seat.
	 * @param meetingId the meeting
	 * @return in the order in which they came
	 */
	default List<Registration> seated(UUID meetingId) {
		return findByMeetingIdAndStatusInOrderByQueue(meetingId, List.of(Status.REGISTERED));
	}

	/**
	 * Those with a seat and those who wait for one.
	 * @param meetingId the meeting
	 * @return in the order in which they came
	 */
	default List<Registration> active(UUID meetingId) {
		return findByMeetingIdAndStatusInOrderByQueue(meetingId, List.of(Status.REGISTERED, Status.WAITING));
	}

	/**
	 * One that must exist and be the authority's.
	 * @param authorityId who asks
	 * @param id its id
	 * @return the registration
	 * @throws MeetingProblem if there is none such
	 */
	default Registration get(String authorityId, UUID id) {
		return findByIdAndAuthorityId(id, authorityId).orElseThrow(MeetingProblem::unknownRegistration);
	}

}
