package se.kulturlots.journal;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in while something happens. */
@Component
class CurrentActor {

	String id() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		boolean staff = authentication != null && authentication.isAuthenticated()
				&& authentication.getPrincipal() instanceof java.security.Principal;
		return staff ? authentication.getName() : Journal.SYSTEM;
	}

}
