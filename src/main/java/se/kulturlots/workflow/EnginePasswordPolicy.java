package se.kulturlots.workflow;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

import se.kulturlots.identity.IdentityProblem;
import se.kulturlots.identity.Password;

/** Lets the engine keep no password that our pages would refuse. */
class EnginePasswordPolicy implements PasswordPolicy, PasswordPolicyRule {

	@Override
	public List<PasswordPolicyRule> getRules() {
		return List.of(this);
	}

	@Override
	public String getPlaceholder() {
		return "PASSWORD_POLICY_LENGTH";
	}

	@Override
	public Map<String, String> getParameters() {
		return Map.of("minLength", String.valueOf(Password.SHORTEST));
	}

	@Override
	public boolean execute(String password) {
		return isHardToGuess(password, "");
	}

	@Override
	public boolean execute(String password, User user) {
		return isHardToGuess(password, (user != null) ? user.getId() : "",
				(user != null) ? user.getFirstName() + " " + user.getLastName() : "");
	}

	private static boolean isHardToGuess(String password, String accountId, String... about) {
		try {
			new Password(password).chosenFor(accountId, about);
			return true;
		}
		catch (IdentityProblem easilyGuessed) {
			return false;
		}
	}

}
