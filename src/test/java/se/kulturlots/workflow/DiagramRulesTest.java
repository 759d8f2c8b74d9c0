package se.kulturlots.workflow;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whatever else than an expression would run when a process comes to it is refused. */
@KulturlotsTest
class DiagramRulesTest {

	private static final String STEP = "<bpmn:serviceTask id='step' camunda:expression='${workflowSteps.followOfficer(execution)}'/>";

	@Autowired
	RepositoryService repository;

	@Autowired
	AsApplication asApplication;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts accounts;

	@ParameterizedTest
	@ValueSource(strings = {
			"<bpmn:scriptTask id='step' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
			"<bpmn:scriptTask id='step' scriptFormat='juel'><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>",
			"<bpmn:scriptTask id='step' scriptFormat='groovy' camunda:resource='deployment://a.groovy'/>",
			"<bpmn:serviceTask id='step' camunda:class='java.lang.Object'/>",
			"<bpmn:serviceTask id='step' camunda:delegateExpression='${workflowSteps}'/>",
			"<bpmn:serviceTask id='step' camunda:type='external' camunda:topic='x'/>",
			"<bpmn:serviceTask id='step' camunda:type='shell'><bpmn:extensionElements><camunda:field name='command'"
					+ " stringValue='touch'/></bpmn:extensionElements></bpmn:serviceTask>",
			"<bpmn:sendTask id='step' camunda:class='java.lang.Object'/>",
			"<bpmn:businessRuleTask id='step' camunda:class='java.lang.Object'/>",
			"<bpmn:serviceTask id='step' xmlns:old='http://activiti.org/bpmn' old:class='java.lang.Object'/>",
			"<bpmn:serviceTask id='step' xmlns:old='http://activiti.org/bpmn' old:type='shell'/>",
			"<bpmn:callActivity id='step' calledElement='sample' camunda:variableMappingClass='java.lang.Object'/>",
			"<bpmn:callActivity id='step' calledElement='sample'"
					+ " camunda:variableMappingDelegateExpression='${workflowSteps}'/>",
			"<bpmn:userTask id='step' camunda:formHandlerClass='java.lang.Object'/>",
			"<bpmn:intermediateThrowEvent id='step'><bpmn:messageEventDefinition camunda:class='java.lang.Object'/>"
					+ "</bpmn:intermediateThrowEvent>" })
	void aStepThatRunsOtherCodeIsRefused(String step) {
		refused("a.bpmn", process(step));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "<camunda:executionListener event='start' class='java.lang.Object'/>",
					"<camunda:executionListener event='start' delegateExpression='${workflowSteps}'/>",
					"<camunda:executionListener event='start'><camunda:script scriptFormat='juel'>${1}</camunda:script>"
							+ "</camunda:executionListener>",
					"<camunda:taskListener event='create' class='java.lang.Object'/>",
					"<camunda:taskListener event='create'><camunda:script scriptFormat='juel' resource='a.js'/>"
							+ "</camunda:taskListener>",
					"<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='juel'>${1}"
							+ "</camunda:script></camunda:inputParameter></camunda:inputOutput>",
					"<camunda:inputOutput><camunda:outputParameter name='a'><camunda:script scriptFormat='juel'>${1}"
							+ "</camunda:script></camunda:outputParameter></camunda:inputOutput>",
					"<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
					"<camunda:formData><camunda:formField id='a' type='string'><camunda:validation><camunda:constraint"
							+ " name='validator' config='java.lang.Object'/></camunda:validation></camunda:formField>"
							+ "</camunda:formData>" })
	void whatRunsBesideAStepIsRefused(String extension) {
		refused("a.bpmn", process("<bpmn:userTask id='step'><bpmn:extensionElements>" + extension
				+ "</bpmn:extensionElements></bpmn:userTask>"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "language='javascript'>true", "language='juel'>${true}",
			"language='groovy' camunda:resource='deployment://a.groovy'>", "camunda:resource='a.js'>" })
	void aConditionInAnotherLanguageIsRefused(String condition) {
		refused("a.bpmn",
				process(STEP + "<bpmn:sequenceFlow id='flow' sourceRef='start' targetRef='step'>"
						+ "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' " + condition
						+ "</bpmn:conditionExpression></bpmn:sequenceFlow>"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<literalExpression expressionLanguage='javascript'><text>1</text></literalExpression>",
			"<literalExpression expressionLanguage='juel'><text>${1}</text></literalExpression>",
			"<decisionTable id='t'><input id='i'><inputExpression id='e' expressionLanguage='groovy'><text>1</text>"
					+ "</inputExpression></input><output id='o' name='o' typeRef='string'/></decisionTable>",
			"<decisionTable id='t'><input id='i'><inputExpression id='e'><text>1</text></inputExpression></input>"
					+ "<output id='o' name='o' typeRef='string'/><rule id='r'><inputEntry id='n'"
					+ " expressionLanguage='javascript'><text>1</text></inputEntry><outputEntry id='p'"
					+ " expressionLanguage='juel'><text>${1}</text></outputEntry></rule></decisionTable>" })
	void aDecisionInAnotherLanguageIsRefused(String logic) {
		refused("a.dmn", decision(logic));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.cmmn", "a.groovy", "a.js", "a.bpmn20.xml", "a.dmn11.xml", "a.html", "a.class" })
	void nothingButDiagramsDecisionsAndFormsIsDeployed(String name) {
		refused(name, process(STEP));
	}

	@Test
	void aDocumentTypeIsRefused() {
		refused("a.bpmn", "<!DOCTYPE definitions [<!ENTITY step \"camunda\">]>" + process(STEP));
		refused("a.bpmn", "not a diagram");
	}

	@Test
	void whatOurDiagramsAreMadeOfIsDeployed() {
		String bpmn = this.repository.createDeployment().addString("a.bpmn", process(STEP)).deploy().getId();
		this.repository.deleteDeployment(bpmn);
		String dmn = this.repository.createDeployment()
			.addString("a.dmn", decision("<literalExpression><text>1</text></literalExpression>"))
			.deploy()
			.getId();
		this.repository.deleteDeployment(dmn);
	}

	@Test
	void onlyTheApplicationDeploys() {
		Account manager = this.accounts.with(this.authorities.region().id(), Role.MANAGER);
		String deployment = this.repository.createDeploymentQuery().list().get(0).getId();
		for (ThrowingCallable change : List.<ThrowingCallable>of(
				() -> this.repository.createDeployment().addString("a.bpmn", process(STEP)).deploy(),
				() -> this.repository.createDeployment().addDeploymentResources(deployment).deploy(),
				() -> this.repository.deleteDeployment(deployment),
				() -> this.repository.deleteDeployment(deployment, true))) {
			assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() -> as(manager, change))
				.withMessage("Du har inte rätt att göra det här.")
				.as("refused by us, not by the engine's own permissions")
				.withNoCause();
		}
		assertThat(this.repository.createDeploymentQuery().deploymentId(deployment).count()).isOne();
	}

	private void as(Account account, ThrowingCallable action) {
		this.asApplication.as(account, () -> {
			try {
				action.call();
			}
			catch (RuntimeException ex) {
				throw ex;
			}
			catch (Throwable ex) {
				throw new IllegalStateException(ex);
			}
			return null;
		});
	}

	private void refused(String name, String content) {
		long before = this.repository.createDeploymentQuery().count();
		assertThatExceptionOfType(NotValidException.class)
			.isThrownBy(() -> this.repository.createDeployment().addString(name, content).deploy())
			.withMessageStartingWith(name + ": ");
		assertThat(this.repository.createDeploymentQuery().count()).isEqualTo(before);
	}

	private static String process(String steps) {
		return "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'"
				+ " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'"
				+ " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' targetNamespace='http://kulturlots.se/test'>"
				+ "<bpmn:process id='deployed' isExecutable='true' camunda:historyTimeToLive='P1D'>"
				+ "<bpmn:startEvent id='start'/>" + steps + "</bpmn:process></bpmn:definitions>";
	}

	private static String decision(String logic) {
		return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d'"
				+ " namespace='http://kulturlots.se/test' xmlns:camunda='http://camunda.org/schema/1.0/dmn'>"
				+ "<decision id='deployed' name='Beslut' camunda:historyTimeToLive='P1D'>"
				+ "<variable id='v' name='v' typeRef='string'/>" + logic + "</decision></definitions>";
	}

}
