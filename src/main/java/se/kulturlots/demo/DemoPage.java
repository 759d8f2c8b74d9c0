package se.kulturlots.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;

/**
 * What the demo's first page shows.
 *
 * @param places where one can be somebody
 * @param cases the cases and what they wait for
 * @param password what all sign in with
 * @param mails how many mails have come
 * @param now the time by the application's clock
 * @param next when something happens next, or null if nothing waits
 * @param ready whether the sample data is all there
 * @param making whether the past is being made now
 * @param jumps what the jumps led to, the last one first
 */
public record DemoPage(List<Place> places, List<Case> cases, String password, int mails, Instant now,
		@Nullable Instant next, boolean ready, boolean making, List<Jump> jumps) {

	/**
	 * An authority.
	 *
	 * @param visitors who one can be there
	 */
	public record Place(String id, String name, List<Visitor> visitors) {
	}

	/**
	 * Somebody one can sign in as.
	 *
	 * @param id the name to sign in with
	 * @param name who it is
	 * @param role what they do
	 * @param tasks how many tasks wait for them
	 */
	public record Visitor(String id, String name, Role role, int tasks) {

		static Visitor of(Account account, int tasks) {
			return new Visitor(account.id(), account.displayName(), account.roles().iterator().next(), tasks);
		}

	}

	/**
	 * A case of any kind.
	 *
	 * @param authority the name of its authority
	 * @param path its public page, or null if there is none yet
	 * @param stateKey the key of what its state is called
	 * @param tasks what waits to be done
	 */
	public record Case(String title, String authority, @Nullable String path, String stateKey, List<Turn> tasks) {
	}

	/**
	 * Somebody's turn.
	 *
	 * @param task the task as the diagram names it
	 * @param title the case, or null
	 * @param who the account or the role
	 */
	public record Turn(String task, @Nullable String title, Who who) {
	}

	/**
	 * Whose turn it is.
	 *
	 * @param name the name of a person, or null
	 * @param role a role that somebody has to take it for, or null
	 */
	public record Who(@Nullable String name, @Nullable Role role) {
	}

	/**
	 * What a jump led to.
	 *
	 * @param from the time before
	 * @param to the time after
	 * @param timers what fired
	 * @param mails what was sent
	 * @param tasks what there is to do now
	 * @param done false if some of it still goes on
	 */
	public record Jump(Instant from, Instant to, List<Timer> timers, List<Mails> mails, List<Turn> tasks,
			boolean done) {

		static List<Mails> lots(List<ReceivedMail> mails) {
			Map<String, Integer> numbers = new java.util.LinkedHashMap<>();
			mails.forEach((mail) -> numbers.merge(mail.subject(), 1, Integer::sum));
			return numbers.entrySet().stream().map((lot) -> new Mails(lot.getKey(), lot.getValue())).toList();
		}

	}

	/**
	 * Something that a diagram waited for.
	 *
	 * @param title the case, or null
	 */
	public record Timer(String process, String event, @Nullable String title) {
	}

	/**
	 * Mails that say the same.
	 *
	 * @param subject their subject
	 */
	public record Mails(String subject, int number) {
	}

}
