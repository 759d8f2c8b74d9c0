package se.kulturlots.workflow;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;

/** How the engine is set up, beside application.yaml. */
@Component
class EngineConfiguration extends AbstractCamundaConfiguration {

	/** More than any list of ours shows; keeps a client from asking for everything. */
	static final int MOST_RESULTS = 2000;

	private final FailedCommands failedCommands;

	private final CommandPermissions permissions;

	private final QueryGate queryGate;

	private final FormGate formGate;

	private final TenantOfCase tenantOfCase;

	private final CaseVariableListener caseVariables;

	private final StandInListener standIns;

	private final EnginePasswords passwords;

	private final AppClock clock;

	private final DiagramBeans diagramBeans;

	EngineConfiguration(FailedCommands failedCommands, CommandPermissions permissions, QueryGate queryGate,
			FormGate formGate, TenantOfCase tenantOfCase, CaseVariableListener caseVariables, StandInListener standIns,
			EnginePasswords passwords, AppClock clock, BeanFactory beans) {
		this.failedCommands = failedCommands;
		this.permissions = permissions;
		this.queryGate = queryGate;
		this.formGate = formGate;
		this.tenantOfCase = tenantOfCase;
		this.caseVariables = caseVariables;
		this.standIns = standIns;
		this.passwords = passwords;
		this.clock = clock;
		this.diagramBeans = new DiagramBeans(beans);
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		this.clock.follow((offset) -> ClockUtil.offset(offset.toMillis()));
		configuration.setTenantIdProvider(this.tenantOfCase);
		configuration.setEnableCmdExceptionLogging(false);
		configuration.setCustomPreCommandInterceptorsTxRequired(
				with(configuration.getCustomPreCommandInterceptorsTxRequired(), this.failedCommands));
		configuration
			.setCustomPostCommandInterceptorsTxRequired(with(configuration.getCustomPostCommandInterceptorsTxRequired(),
					this.queryGate, this.permissions, this.formGate));
		configuration.setCustomPostBPMNParseListeners(with(configuration.getCustomPostBPMNParseListeners(),
				(BpmnParseListener) this.caseVariables, this.standIns));
		runsStepsOnly(configuration);
		configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
		configuration.setDeserializationTypeValidationEnabled(true);
		configuration.setQueryMaxResultsLimit(MOST_RESULTS);
		// who has been given tasks, by a hash of the account, in a table that nobody
		// reads
		configuration.setTaskMetricsEnabled(false);
		configuration.setPasswordEncryptor(this.passwords);
		configuration.setEnablePasswordPolicy(true);
		configuration.setPasswordPolicy(new EnginePasswordPolicy());
		// the sign-in page slows guessing down by account and address; the engine's own
		// counter would let anyone lock anyone out
		configuration.setLoginMaxAttempts(Integer.MAX_VALUE);
		configuration.setLoginDelayBase(0);
		configuration.setLoginDelayFactor(1);
		configuration.setLoginDelayMaxTime(0);
		// hyphens in accounts and authorities, and names that an identity provider gives
		configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}");
		configuration.setHistoryCleanupBatchWindowStartTime("02:00");
		configuration.setHistoryCleanupBatchWindowEndTime("04:00");
	}

	/** Whatever gets as far as the engine to be run: steps, and no other code. */
	private void runsStepsOnly(ProcessEngineConfigurationImpl configuration) {
		configuration.setBeans(this.diagramBeans);
		configuration.setExpressionManager(new Expressions(this.diagramBeans));
		configuration.setScriptEngineResolver(new NoScripts());
		configuration.setEnableFetchScriptEngineFromProcessApplication(false);
		configuration.setCustomPreDeployers(with(configuration.getCustomPreDeployers(), (Deployer) new DiagramRules()));
	}

	@SafeVarargs
	private static <T> List<T> with(List<T> existing, T... added) {
		List<T> all = (existing != null) ? new ArrayList<>(existing) : new ArrayList<>();
		all.addAll(List.of(added));
		return all;
	}

}
