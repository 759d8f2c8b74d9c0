package se.kulturlots.workflow;

import java.util.function.Supplier;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

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
		Authentication before = this.identity.getCurrentAuthentication();
		this.identity.clearAuthentication();
		try {
			return action.get();
		}
		finally {
			if (before != null) {
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
