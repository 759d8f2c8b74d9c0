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
 * @param visitors who one can sign in as
 * @param password what they all sign in with
 * @param mails how many mails have come
 * @param now the time by the application's clock
 * @param next when something happens next, or null if nothing waits
 * @param jump what the last jump led to, or null if there was none
 */
public record DemoPage(List<Visitor> visitors, String password, int mails, Instant now, @Nullable Instant next,
		@Nullable Jump jump) {

	/**
	 * Somebody one can sign in as.
	 *
	 * @param id the name to sign in with
	 * @param name who it is
	 * @param role what they do
	 * @param authorityId where, or null for the whole installation
	 * @param authorityName the name of that authority
	 */
	public record Visitor(String id, String name, Role role, @Nullable String authorityId,
			@Nullable String authorityName) {

		static Visitor of(Account account, Map<String, String> authorityNames) {
			String authority = account.authorityId();
			return new Visitor(account.id(), account.displayName(), account.roles().iterator().next(), authority,
					(authority != null) ? authorityNames.get(authority) : null);
		}

		/**
		 * Where their work begins.
		 * @return a path
		 */
		public String begin() {
			return (this.role == Role.ADMIN) ? "/staff/accounts" : "/staff";
		}

	}

	/**
	 * What a jump led to.
	 *
	 * @param from the time before
	 * @param to the time after
	 * @param happenings what fired
	 * @param mails how many mails came
	 * @param done false if some of it still goes on
	 */
	public record Jump(Instant from, Instant to, List<Happening> happenings, int mails, boolean done) {
	}

	/**
	 * Something that a diagram waited for.
	 *
	 * @param process the process
	 * @param event its event
	 * @param number in how many instances
	 */
	public record Happening(String process, String event, int number) {
	}

}
