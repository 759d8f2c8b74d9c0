package se.kulturlots.scenario;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Id;
import se.kulturlots.identity.PersonalLinks;
import se.kulturlots.identity.Role;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Address;
import se.kulturlots.testing.Caller;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.EngineApi;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One authority has a cycle with all that belongs to it; somebody in each role of another
 * one knows every id and tries every door.
 */
@KulturlotsTest
class TwoAuthoritiesTest {

	private static final String NOBODYS = SettledAuthority.NOBODYS;

	private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)[^/}]*}");

	/** Variables of public addresses that name something of one authority only. */
	private static final Pattern OF_ONE = Pattern.compile("\\{(meetingId|receiptId|reference|documentId|opinionId)}");

	/** Single quotes stand for double ones. */
	private static final String CALLS = """
			GET /task
			GET /task/count
			POST /task {}
			GET /process-instance
			GET /execution
			GET /variable-instance
			GET /job
			GET /incident
			GET /external-task
			GET /event-subscription
			GET /history/process-instance
			GET /history/task
			GET /history/activity-instance
			GET /history/variable-instance
			GET /history/detail
			GET /history/user-operation
			GET /history/identity-link-log
			GET /history/incident
			GET /history/job-log
			GET /history/decision-instance
			GET /history/external-task-log
			GET /process-definition/statistics?incidents=true
			GET /process-definition/key/meeting/form-variables
			GET /filter/{filter}/list
			GET /filter/{filter}/count
			GET /task?processInstanceBusinessKey={consultation}
			GET /task?assignee={account}
			GET /task?tenantIdIn={tenant}
			GET /process-instance?businessKey={consultation}
			GET /process-instance?tenantIdIn={tenant}
			GET /history/process-instance?processInstanceBusinessKey={consultation}
			GET /history/variable-instance?processInstanceId={instance}
			GET /history/activity-instance?processInstanceId={instance}
			GET /history/task?taskId={task}
			GET /job?processInstanceId={instance}
			GET /incident?processInstanceId={instance}
			GET /variable-instance?processInstanceIdIn={instance}
			GET /task/{task}
			GET /task/{task}/form
			GET /task/{task}/form-variables
			GET /task/{task}/deployed-form
			GET /task/{task}/rendered-form
			GET /task/{task}/identity-links
			GET /task/{task}/variables
			GET /task/{task}/variables/responsibleOfficer
			GET /task/{task}/localVariables
			GET /task/{task}/comment
			GET /task/{task}/attachment
			POST /task/{task}/complete {}
			POST /task/{task}/complete {'variables':{'decision':{'value':'approved'}}}
			POST /task/{task}/submit-form {'variables':{'decision':{'value':'approved'}}}
			POST /task/{task}/claim {'userId':'<me>'}
			POST /task/{task}/unclaim {}
			POST /task/{task}/assignee {'userId':'<me>'}
			POST /task/{task}/delegate {'userId':'<me>'}
			POST /task/{task}/resolve {}
			POST /task/{task}/bpmnError {'errorCode':'planNotApproved'}
			POST /task/{task}/comment/create {'message':'Hej'}
			POST /task/{task}/identity-links {'userId':'<me>','type':'candidate'}
			PUT /task/{task} {'name':'Kapad'}
			PUT /task/{task}/variables/decision {'value':'approved'}
			DELETE /task/{task}
			GET /process-instance/{instance}
			GET /process-instance/{instance}/variables
			GET /process-instance/{instance}/activity-instances
			GET /process-instance/{instance}/comment
			PUT /process-instance/{instance}/variables/responsibleOfficer {'value':'<me>'}
			PUT /process-instance/{instance}/suspended {'suspended':true}
			POST /process-instance/{instance}/modification {'instructions':[{'type':'cancel','activityId':'planApproval'}]}
			DELETE /process-instance/{instance}
			POST /process-instance/delete {'processInstanceIds':['<instance>']}
			GET /execution/{instance}
			GET /execution/{instance}/localVariables
			POST /execution/{instance}/messages/cycle.cancelled/trigger {}
			POST /execution/{instance}/signal {}
			POST /message {'messageName':'cycle.cancelled','businessKey':'<consultation>'}
			POST /message {'messageName':'cycle.cancelled','processInstanceId':'<instance>'}
			POST /message {'messageName':'cycle.cancelled','businessKey':'<consultation>','tenantId':'<tenant>'}
			GET /job/{job}
			GET /job/{job}/stacktrace
			PUT /job/{job}/retries {'retries':3}
			PUT /job/{job}/duedate {'duedate':null}
			POST /job/{job}/execute
			GET /incident/{incident}
			PUT /incident/{incident}/annotation {'annotation':'Hej'}
			GET /variable-instance/{variable}
			GET /history/process-instance/{instance}
			GET /history/variable-instance/{variable}
			DELETE /history/process-instance/{instance}
			POST /process-definition/key/meeting/start {'variables':{'consultation':{'value':'<consultation>'},'title':{'value':'Kapat möte'},'kind':{'value':'DIALOGUE'}}}
			POST /process-definition/key/meeting/submit-form {'variables':{'consultation':{'value':'<consultation>'},'title':{'value':'Kapat möte'},'kind':{'value':'DIALOGUE'}}}
			POST /process-definition/key/meeting/start {'businessKey':'<meeting>'}
			POST /process-definition/key/meeting/tenant-id/{tenant}/start {'variables':{}}
			POST /task/{task}/claim {'userId':null}
			POST /task/{task}/identity-links/delete {'groupId':'registrar','type':'candidate'}
			POST /task/create {'name':'Kapad','parentTaskId':'<task>'}
			POST /signal {'name':'cycle','executionId':'<instance>'}
			POST /message {'messageName':'cycle.cancelled','correlationKeys':{'consultationId':{'value':'<consultation>'}}}
			POST /process-instance/suspended {'processInstanceIds':['<instance>'],'suspended':true}
			POST /process-instance/job-retries {'processInstances':['<instance>'],'retries':1}
			POST /process-instance/variables-async {'processInstanceIds':['<instance>'],'variables':{'x':{'value':1}}}
			POST /job/retries {'jobIds':['<job>'],'retries':1}
			PUT /job/suspended {'processInstanceId':'<instance>','suspended':true}
			PUT /job/{job}/suspended {'suspended':true}
			PUT /job/{job}/priority {'priority':1}
			DELETE /job/{job}
			POST /history/process-instance/delete {'historicProcessInstanceIds':['<instance>']}
			POST /modification/execute {'processDefinitionId':'x','processInstanceIds':['<instance>'],'instructions':[]}
			DELETE /incident/{incident}
			GET /history/detail/{variable}
			GET /history/activity-instance/{instance}
			GET /history/decision-instance/{instance}
			GET /history/job-log/{job}
			GET /history/user-operation?processInstanceId={instance}
			GET /process-instance/{instance}/variables/responsibleOfficer
			GET /execution/{instance}/messageSubscriptions/cycle.cancelled
			GET /task?processInstanceBusinessKeyIn={consultation}
			GET /task?tenantIdIn={tenant}&assignee={account}
			GET /process-definition?tenantIdIn={tenant}
			GET /identity/groups?userId={account}
			GET /authorization/check?permissionName=ACCESS&resourceName=application&resourceType=0&userId={account}
			GET /user?id={account}
			GET /user/count?memberOfTenant={tenant}
			GET /user/{account}/profile
			GET /tenant/{tenant}
			GET /tenant?userMember={account}
			POST /identity/verify {'username':'<account>','password':'kaffe-i-gula-huset'}
			GET /camunda/api/cockpit/plugin/base/default/process-instance/{instance}/called-process-instances
			POST /camunda/api/cockpit/plugin/base/default/incident?sortBy= {'processInstanceIdIn':['<instance>']}
			""";

	@LocalServerPort
	int port;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@Autowired
	AutowireCapableBeanFactory beans;

	@Autowired
	SampleCycles cycles;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	Cases cases;

	@Autowired
	Consultations consultations;

	@Autowired
	PersonalLinks links;

	@Autowired
	TaskService tasks;

	@Autowired
	RuntimeService runtime;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	/** The first authority, which costs seconds: as long as no test changes it. */
	private static SettledAuthority settled;

	/** When it had come so far. */
	private static Duration time;

	SampleCycle first;

	SampleCycle second;

	/** Everything of the first authority's that an address can name. */
	final Map<String, String> ids = new HashMap<>();

	/** The same for ids that are nobody's. */
	final Map<String, String> invented = new HashMap<>();

	/** What only the first authority has. */
	final List<String> secrets = new ArrayList<>();

	/** Several are asked at a time. */
	final List<String> faults = Collections.synchronizedList(new ArrayList<>());

	@BeforeEach
	void twoAuthorities() {
		this.second = this.cycles.start("En helt annan plan", "Grannens teaterförening");
		this.second.story().until("planCycle");
		if (settled == null) {
			settled = this.beans.createBean(SettledAuthority.class).in("Heby");
			time = this.clock.offset();
		}
		this.clock.setOffset(time);
		this.first = settled.cycle();
		this.ids.putAll(settled.ids());
		this.ids.put("me", this.second.officer().id());
		this.invented.putAll(SettledAuthority.invented(this.ids));
		this.secrets.addAll(settled.secrets());
	}

	/** For a test that changes the first authority: the next one has another. */
	private static void useUp() {
		settled = null;
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void noPageOfTheOthersIsSeenChangedOrConfirmed(Role role) {
		Map<String, String> before = Holdings.of(this.jdbc, this.first.authority().id());
		Caller caller = new Caller(this.port, account(role));
		addresses("/staff").parallel().forEach((address) -> tryPage(caller, address));
		assertThat(this.faults).isEmpty();
		assertThat(Holdings.of(this.jdbc, this.first.authority().id())).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void theEngineShowsAndChangesNothingOfTheOthers(Role role) {
		Map<String, String> before = Holdings.of(this.jdbc, this.first.authority().id());
		Caller caller = new Caller(this.port, account(role));
		for (Call call : calls()) {
			if (call.path().startsWith("/camunda/")) {
				tryCall("session", call, (path, body) -> caller.webApplication(call.method(), path, body));
				continue;
			}
			tryCall("Basic", call, (path, body) -> caller.basic(call.method(), "/engine-rest" + path, body));
			tryCall("session", call, (path, body) -> caller.webApplication(call.method(),
					"/camunda/api/engine/engine/default" + path, body));
		}
		assertThat(this.faults).isEmpty();
		assertThat(Holdings.of(this.jdbc, this.first.authority().id())).isEqualTo(before);
	}

	@Test
	void theOwnManagerSeesInTheEngineWhatIsTheirsAndRetriesWhatFailedOnly() {
		useUp();
		Caller manager = new Caller(this.port, "manager-" + this.first.authority().id());
		for (String path : List.of("/task/{task}", "/process-instance/{instance}", "/execution/{instance}",
				"/job/{job}", "/incident/{incident}", "/variable-instance/{variable}",
				"/history/process-instance/{instance}", "/history/variable-instance/{variable}")) {
			Call call = Call.of("GET " + path);
			assertThat(manager.basic("GET", "/engine-rest" + call.path(this.ids), null).statusCode()).as(path)
				.isEqualTo(200);
		}
		String retries = "/engine-rest" + Call.of("PUT /job/{job}/retries").path(this.ids);
		Caller officer = new Caller(this.port, this.first.officer().id());
		assertThat(officer.basic("PUT", retries, "{\"retries\":1}").statusCode()).isEqualTo(403);
		assertThat(manager.basic("PUT", retries, "{\"retries\":1,\"dueDate\":null}").statusCode()).isEqualTo(403);
		assertThat(manager.basic("PUT", retries, "{\"retries\":1}").statusCode()).isEqualTo(204);
		List.of("PUT /job/{job}/retries {'retries':0}", "PUT /job/{job}/retries {'retries':2}")
			.forEach((call) -> assertRefused(manager, call, 403));
		List.of("PUT /job/{job}/retries {'retries':-1}", "PUT /job/{job}/retries {'retries':1.5}",
				"POST /task/{task}/comment/create {'message':'Hej','processInstanceId':'<instance>'}")
			.forEach((call) -> assertRefused(manager, call, 400));
		List.of("PUT /job/{job}/duedate {'duedate':null}",
				"POST /message {'messageName':'cycle.cancelled','businessKey':'<consultation>'}",
				"POST /process-instance/delete {'processInstanceIds':['<instance>']}",
				"DELETE /process-instance/{instance}", "PUT /task/{task} {'assignee':null}",
				"POST /identity/verify {'username':'<account>','password':'kaffe-i-gula-huset'}")
			.forEach((call) -> assertRefused(manager, call, 404));
	}

	@Test
	void aTaskIsDoneByItsRoleOnlyHoweverItCameToSomebody() {
		String task = this.ids.get("task");
		assertThat(this.tasks.getIdentityLinksForTask(task)).extracting(IdentityLink::getGroupId)
			.filteredOn(Objects::nonNull)
			.containsExactly(Role.OFFICER.group());
		for (Role role : List.of(Role.MANAGER, Role.LIAISON, Role.REGISTRAR)) {
			String account = role.group() + "-" + this.first.authority().id();
			Caller caller = new Caller(this.port, account);
			List<HttpResponse<String>> answers = new ArrayList<>();
			for (String act : List.of("claim", "assignee")) {
				answers.add(caller.basic("POST", "/engine-rest/task/" + task + "/" + act,
						"{\"userId\":\"" + account + "\"}"));
			}
			this.tasks.setAssignee(task, account);
			for (String act : List.of("complete", "submit-form")) {
				String body = "{\"variables\":{}}";
				answers.add(caller.basic("POST", "/engine-rest/task/" + task + "/" + act, body));
				answers.add(caller.webApplication("POST", "/camunda/api/engine/engine/default/task/" + task + "/" + act,
						body));
			}
			this.tasks.setAssignee(task, null);
			assertThat(answers).as(role.name())
				.allMatch((answer) -> answer.statusCode() == 400 || answer.statusCode() == 403);
			assertThat(answers).last()
				.extracting(HttpResponse::body)
				.asString()
				.contains("Den här uppgiften görs av en annan roll än din.");
		}
		assertThat(this.tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
	}

	@Test
	void whatCockpitCountsIsCountedForTheOwnAuthority() {
		Caller manager = new Caller(this.port, "manager-" + this.first.authority().id());
		String called = "/camunda/api/cockpit/plugin/base/default/process-definition/" + definition()
				+ "/called-process-definitions";
		assertThat(manager.webApplication("POST", called, "{\"activityIdIn\":[]}").body())
			.contains("\"key\":\"feedback\"", "\"calledFromActivityIds\":[\"feedback\"]");
		assertThat(manager.webApplication("POST", called, "{\"activityIdIn\":[\"inventory\"]}").body()).isEqualTo("[]");
		this.tasks.setAssignee(this.ids.get("task"), null);
		assertThat(manager
			.webApplication("GET", "/camunda/api/engine/engine/default/task/report/candidate-group-count", null)
			.body()).isEqualTo("[{\"groupName\":\"officer\",\"taskCount\":1}]");
		Caller other = new Caller(this.port, "manager-" + this.second.authority().id());
		assertThat(other.webApplication("POST", called, "{}").body()).doesNotContain("feedback");
	}

	private String definition() {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceId(this.ids.get("instance"))
			.singleResult()
			.getProcessDefinitionId();
	}

	/** Aggregates say how much others do, even if they name nobody. */
	@Test
	void whatTheOthersDoIsCountedNowhere() {
		useUp();
		Caller manager = new Caller(this.port, "manager-" + this.second.authority().id());
		Map<String, String> before = everythingReadable(manager);
		assertThat(before.values()).filteredOn((answer) -> answer.startsWith("200")).hasSizeGreaterThan(100);
		this.cycles
			.start(this.first.authority(), "Ännu en hemlig plan", "Vad ska den handla om?", "Spelmanslaget i Heby")
			.story()
			.until("confirmInvitees");
		assertThat(everythingReadable(manager)).isEqualTo(before);
	}

	/** All that can be asked for without an id, or with a diagram's. */
	private Map<String, String> everythingReadable(Caller caller) {
		String definition = definition();
		Map<String, String> answers = new TreeMap<>();
		for (EngineApi.Resource resource : EngineApi.resources()) {
			String path = resource.path()
				.replaceAll("/engine/\\{name}|/\\{engine(Name)?}(?=/)", "$0default")
				.replaceAll("\\{[a-zA-Z]+}default", "default")
				.replace("process-definition/{id}", "process-definition/" + definition)
				.replace("process-definition/key/{key}", "process-definition/key/consultationCycle")
				.replace("metrics/{name}", "metrics/activity-instance-start");
			boolean reads = resource.method().equals("GET") || (resource.method().equals("POST")
					&& EngineApi.resources().contains(new EngineApi.Resource("GET", resource.path(), null)));
			if (reads && !path.contains("{")) {
				String asked = path + "?maxResults=2000";
				String body = resource.method().equals("POST") ? "{}" : null;
				HttpResponse<String> answer = path.startsWith("/engine-rest")
						? caller.basic(resource.method(), asked, body)
						: caller.webApplication(resource.method(), asked, body);
				answers.put(resource.method() + " " + path, answer.statusCode() + " " + answer.body());
			}
		}
		return answers;
	}

	private void assertRefused(Caller caller, String call, int status) {
		Call refused = Call.of(call);
		assertThat(caller.basic(refused.method(), "/engine-rest" + refused.path(this.ids), refused.body(this.ids))
			.statusCode()).as(call).isEqualTo(status);
	}

	@Test
	void theOwnOfficerFindsEverythingThere() {
		Caller caller = new Caller(this.port, this.first.officer().id());
		addresses("/staff").filter((address) -> address.method().equals("GET"))
			.filter((address) -> !address.pattern().matches("/staff/(accounts|absences|settings)(/.*)?"))
			.forEach((address) -> assertThat(caller.get(filled(address.pattern(), this.first)).statusCode())
				.as(address.toString())
				.isNotIn(403, 404, 500));
	}

	@Test
	void underTheOthersPathNothingIsFoundByThePublic() {
		Map<String, String> before = Holdings.of(this.jdbc, this.first.authority().id());
		Caller caller = new Caller(this.port, null);
		addresses("/{authority").forEach((address) -> {
			for (SampleCycle owner : List.of(this.first, this.second)) {
				boolean others = owner == this.first && address.pattern().contains("{slug}")
						|| OF_ONE.matcher(address.pattern()).find();
				HttpResponse<String> answer = send(caller, address, filled(address.pattern(), owner));
				if (others && answer.statusCode() != 404) {
					this.faults.add(address + ": " + answer.statusCode());
				}
				lookForSecrets(address.toString(), answer);
			}
		});
		assertThat(this.faults).isEmpty();
		assertThat(Holdings.of(this.jdbc, this.first.authority().id())).isEqualTo(before);
	}

	@Test
	void aPersonalLinkOpensWhatItIsForAndNothingUnderTheOthersPath() {
		Caller caller = new Caller(this.port, null);
		Map<String, String> tokens = new HashMap<>();
		for (String purpose : List.of("registration", "invitation")) {
			Id subject = Id.parse(this.ids.get(purpose.equals("invitation") ? "invitee" : purpose));
			tokens.put(purpose,
					this.links
						.issue(this.first.authority().id(), purpose, subject,
								this.clock.instant().plus(Duration.ofDays(1)))
						.value());
		}
		tokens.forEach((purpose, token) -> {
			assertThat(caller.get("/my/" + purpose + "/" + token).statusCode()).as(purpose).isEqualTo(200);
			for (String other : List.of("registration", "invitation", "input")) {
				assertNotFound(caller.get("/" + this.second.authority().id() + "/my/" + other + "/" + token));
				if (!other.equals(purpose)) {
					assertNotFound(caller.get("/my/" + other + "/" + token));
				}
			}
		});
	}

	private void assertNotFound(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(404);
		assertThat(answer.body()).doesNotContain(this.secrets);
	}

	private String account(Role role) {
		return this.accounts.with(this.second.authority().id(), role).id();
	}

	private void tryPage(Caller caller, Address address) {
		boolean names = VARIABLE.matcher(address.pattern().replaceAll("\\{(kind|name|day)}", "")).find();
		HttpResponse<String> answer = send(caller, address, filled(address.pattern(), this.first));
		if (names && answer.statusCode() != 403 && answer.statusCode() != 404) {
			this.faults.add(address + ": " + answer.statusCode());
		}
		int nobodys = send(caller, address,
				VARIABLE.matcher(address.pattern().replace("{version}", "1")).replaceAll(NOBODYS))
			.statusCode();
		if (names && !address.pattern().contains("{number}") && answer.statusCode() != nobodys) {
			this.faults.add(address + ": " + answer.statusCode() + ", though " + nobodys + " if there is none");
		}
		lookForSecrets(address.toString(), answer);
	}

	private HttpResponse<String> send(Caller caller, Address address, String path) {
		return address.method().equals("GET") ? caller.get(path)
				: caller.form(path, SettledAuthority.fields(this.ids) + "&officer=" + this.second.officer().id());
	}

	/**
	 * An address with the ids of the first authority in it, but under the owner's path.
	 */
	private String filled(String pattern, SampleCycle owner) {
		Map<String, String> there = new HashMap<>(this.ids);
		there.put("authority", this.second.authority().id());
		there.put("slug", this.consultations.get(owner.id()).slug());
		return SettledAuthority.filled(pattern, there);
	}

	/** The answer must be the same as if there were nothing of that id anywhere. */
	private void tryCall(String door, Call call, BiFunction<String, String, HttpResponse<String>> send) {
		HttpResponse<String> answer = send.apply(call.path(this.ids), call.body(this.ids));
		String name = door + " " + call.method() + " " + call.path() + " " + call.json();
		String told = call.names() ? withoutIds(answer.body(), this.ids) : answer.body();
		lookForSecrets(name, told);
		this.ids.forEach((what, id) -> {
			if (!SettledAuthority.SHARED.contains(what) && told.contains(id)) {
				this.faults.add(name + " shows the " + what);
			}
		});
		if (call.refused() && answer.statusCode() < 400) {
			this.faults.add(name + ": " + answer.statusCode() + " " + brief(answer));
		}
		if (call.names()) {
			HttpResponse<String> nobodys = send.apply(call.path(this.invented), call.body(this.invented));
			if (answer.statusCode() != nobodys.statusCode()
					|| !told.equals(withoutIds(nobodys.body(), this.invented))) {
				this.faults.add(name + ": " + answer.statusCode() + " " + brief(answer) + ", but "
						+ nobodys.statusCode() + " " + brief(nobodys) + " if there is none");
			}
		}
	}

	/** A refusal may repeat the ids that it was asked for. */
	private static String withoutIds(String body, Map<String, String> ids) {
		String anonymous = body;
		// an account's id holds that of its authority
		for (String id : ids.entrySet()
			.stream()
			.filter((known) -> !SettledAuthority.SHARED.contains(known.getKey()))
			.map(Map.Entry::getValue)
			.sorted(Comparator.comparing(String::length).reversed())
			.toList()) {
			anonymous = anonymous.replace(id, NOBODYS);
		}
		return anonymous;
	}

	private static String brief(HttpResponse<String> answer) {
		return answer.body().substring(0, Math.min(200, answer.body().length()));
	}

	private void lookForSecrets(String where, HttpResponse<String> answer) {
		lookForSecrets(where, answer.body());
	}

	private void lookForSecrets(String where, String told) {
		this.secrets.stream().filter(told::contains).forEach((secret) -> this.faults.add(where + " tells " + secret));
	}

	private static List<Call> calls() {
		return CALLS.lines().map(String::strip).filter((line) -> !line.isEmpty()).map(Call::of).toList();
	}

	private Stream<Address> addresses(String start) {
		return Address.all(this.mappings).stream().filter((address) -> address.pattern().startsWith(start));
	}

	/**
	 * A call of the engine's API.
	 *
	 * @param method how
	 * @param path where, with the names of ids in braces
	 * @param json what is sent, or nothing
	 */
	private record Call(String method, String path, String json) {

		static Call of(String line) {
			String[] parts = line.split(" ", 3);
			return new Call(parts[0], parts[1], (parts.length > 2) ? parts[2].replace('\'', '"') : null);
		}

		/** Whether it names something of the first authority's. */
		boolean names() {
			return this.path.contains("{") || (this.json != null && this.json.contains("<"));
		}

		/** Whether there is nothing that an honest answer could be. */
		boolean refused() {
			boolean query = this.path.contains("?") || this.path.contains("{filter}");
			return names() && !query && !this.path.equals("/task");
		}

		String path(Map<String, String> ids) {
			return VARIABLE.matcher(this.path).replaceAll((variable) -> ids.get(variable.group(1)));
		}

		String body(Map<String, String> ids) {
			if (this.json == null) {
				return null;
			}
			return Pattern.compile("<([a-z]+)>").matcher(this.json).replaceAll((name) -> ids.get(name.group(1)));
		}

	}

}
