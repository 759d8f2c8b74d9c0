package se.kulturlots.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

import se.kulturlots.core.Id;
import se.kulturlots.core.Lots;

/** The registrations for all meetings. */
public interface Registrations extends ListCrudRepository<Registration, RegistrationId> {

	/**
	 * Goes through those with a seat, as many at a time as memory holds easily.
	 * @param work what is done with each lot
	 */
	default void forEachSeated(MeetingId meetingId, Consumer<List<Registration>> work) {
		Lots.forEach((after) -> lot(meetingId, List.of("REGISTERED"), after, Lots.SIZE), Registration::id, work);
	}

	/**
	 * Goes through those with a seat and those who wait for one, as many at a time as
	 * memory holds easily.
	 * @param work what is done with each lot
	 */
	default void forEachActive(MeetingId meetingId, Consumer<List<Registration>> work) {
		Lots.forEach((after) -> lot(meetingId, List.of("REGISTERED", "WAITING"), after, Lots.SIZE), Registration::id,
				work);
	}

	@Query("""
			select * from registration where meeting_id = :meetingId and status in (:statuses) and id > :after
			order by id limit :most""")
	List<Registration> lot(MeetingId meetingId, Collection<String> statuses, Id after, int most);

	/**
	 * How many are noted to have come.
	 * @return zero also if nobody has noted who came
	 */
	@Query("select count(*) from registration where meeting_id = :meetingId and status = 'REGISTERED' and attended")
	int attended(MeetingId meetingId);

	/**
	 * Those with a seat and those who wait for one.
	 * @return in the order in which they came, at most some hundreds
	 */
	@Query("""
			select * from registration
			where meeting_id = :meetingId and status in ('REGISTERED', 'WAITING') order by queue""")
	List<Registration> active(MeetingId meetingId);

	/**
	 * The same, as a list at the door has them.
	 * @return by name
	 */
	@Query("""
			select * from registration where meeting_id = :meetingId and status in ('REGISTERED', 'WAITING')
			order by name collate "sv-x-icu", queue""")
	List<Registration> byName(MeetingId meetingId);

	/**
	 * The first on the waiting list.
	 * @return nothing if nobody waits
	 */
	@Query("select * from registration where meeting_id = :meetingId and status = 'WAITING' order by queue limit 1")
	Optional<Registration> firstWaiting(MeetingId meetingId);

	/**
	 * Looks one up.
	 * @param authorityId who asks
	 * @return nothing if it is another authority's
	 */
	@Query("select * from registration where id = :id and authority_id = :authorityId")
	Optional<Registration> findByIdAndAuthorityId(RegistrationId id, String authorityId);

	/**
	 * The registration of an address, if it has not been cancelled.
	 * @return nothing if there is none
	 */
	@Query("""
			select * from registration
			where meeting_id = :meetingId and lower(email) = lower(:email) and status <> 'CANCELLED'""")
	Optional<Registration> activeWith(MeetingId meetingId, String email);

	/** Writes a registration as it is. */
	@Modifying
	@Query("update registration set registered_at = registered_at where id = :id")
	void touch(RegistrationId id);

	/**
	 * All registrations of an address, those cancelled too.
	 * @param authorityId whose meetings
	 * @return the newest first
	 */
	@Query("""
			select * from registration
			where authority_id = :authorityId and lower(email) = lower(:email) order by registered_at desc""")
	List<Registration> of(String authorityId, String email);

	/** Forgets what people eat. */
	@Modifying
	@Query("update registration set food = null, version = version + 1 where meeting_id = :meetingId and food is not null")
	void forgetFood(MeetingId meetingId);

	/**
	 * One that must exist and be the authority's.
	 * @param authorityId who asks
	 * @throws MeetingProblem if there is none such
	 */
	default Registration get(String authorityId, RegistrationId id) {
		return findByIdAndAuthorityId(id, authorityId).orElseThrow(MeetingProblem::unknownRegistration);
	}

}
