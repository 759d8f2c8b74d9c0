package se.kulturlots.workflow;

import java.util.List;
import java.util.function.Supplier;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.identity.Authentication;

import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;

/**
 * Lets the application use the engine in its own name while somebody is signed in: a step
 * may do more than the person who set it off.
 */
@Component
class AsApplication {

	private final IdentityService identity;

	AsApplication(@Lazy IdentityService identity) {
		this.identity = identity;
	}

	<T> T call(Supplier<T> action) {
		return call(this.identity::clearAuthentication, action);
	}

	/**
	 * Lets somebody use the engine outside its own web applications, with their rights.
	 */
	<T> T as(Account account, Supplier<T> action) {
		return call(
				() -> this.identity.setAuthentication(account.id(), account.roles().stream().map(Role::group).toList(),
						(account.authorityId() != null) ? List.of(account.authorityId()) : List.of()),
				action);
	}

	private <T> T call(Runnable authentication, Supplier<T> action) {
		Authentication before = this.identity.getCurrentAuthentication();
		authentication.run();
		try {
			return action.get();
		}
		catch (OptimisticLockingException ex) {
			throw new OptimisticLockingFailureException("the process has gone on meanwhile", ex);
		}
		finally {
			if (before == null) {
				this.identity.clearAuthentication();
			}
			else {
				this.identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
			}
		}
	}

	void run(Runnable action) {
		call(() -> {
			action.run();
			return null;
		});
	}

}
