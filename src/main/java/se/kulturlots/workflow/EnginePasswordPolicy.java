package se.kulturlots.workflow;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

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
		return new Password(password).mayBeChosenFor("");
	}

	@Override
	public boolean execute(String password, User user) {
		return (user != null)
				? new Password(password).mayBeChosenFor(user.getId(), user.getFirstName() + " " + user.getLastName())
				: execute(password);
	}

}
