package se.kulturlots.workflow;

import java.util.List;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The authority of a process instance: its parent's, else what the application says, else
 * the one the signed-in person works for. Never what a client sends.
 */
@Component
class TenantOfCase implements TenantIdProvider {

	private final ThreadLocal<String> given = new ThreadLocal<>();

	void running(String authorityId, Runnable action) {
		this.given.set(authorityId);
		try {
			action.run();
		}
		finally {
			this.given.remove();
		}
	}

	/** The authority of who starts something now. */
	@Nullable String current() {
		if (this.given.get() != null) {
			return this.given.get();
		}
		Authentication authentication = Context.getCommandContext().getAuthentication();
		List<String> tenants = (authentication != null) ? authentication.getTenantIds() : null;
		return (tenants != null && tenants.size() == 1) ? tenants.get(0) : null;
	}

	@Override
	public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
		DelegateExecution parent = context.getSuperExecution();
		return (parent != null) ? parent.getTenantId() : current();
	}

	@Override
	public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
		return current();
	}

	@Override
	public @Nullable String provideTenantIdForHistoricDecisionInstance(
			TenantIdProviderHistoricDecisionInstanceContext context) {
		DelegateExecution execution = context.getExecution();
		return (execution != null) ? execution.getTenantId() : current();
	}

}
