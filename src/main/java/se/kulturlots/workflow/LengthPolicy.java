package se.kulturlots.workflow;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

import se.kulturlots.identity.Password;

/**
 * Passwords are long rather than complicated (NIST SP 800-63B, 5.1.1.2: length, no
 * classes of characters).
 */
class LengthPolicy implements PasswordPolicy, PasswordPolicyRule {

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
		return password != null && password.length() >= Password.SHORTEST;
	}

	@Override
	public boolean execute(String password, User user) {
		return execute(password);
	}

}
