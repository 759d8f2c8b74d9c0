package se.kulturlots.scenario;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.authority.Authority;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.Caller;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Several do the same at once: one succeeds, the others are told so in a sentence, and
 * nothing is made twice.
 */
@KulturlotsTest
@ExtendWith(OutputCaptureExtension.class)
class AtTheSameTimeTest {

	private static final String WISH = """
			{"variables": {"title": {"value": "Plan för filmen"}, "planFrom": {"value": 2028},
			"planTo": {"value": 2031}, "subject": {"value": "Vad ska den nya planen för filmen handla om?"},
			"decisionDate": {"value": "%s"}}}""";

	@LocalServerPort
	int port;

	@Autowired
	SampleCycles cycles;

	@Autowired
	CyclePlayer player;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	TaskService tasks;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Test
	void theSameStartFormManyTimesMakesOneCase() {
		Account officer = this.accounts.with(this.authorities.region().id(), Role.OFFICER);
		String wish = WISH.formatted(this.player.today().plusDays(330));
		Caller caller = new Caller(this.port, officer.id());
		List<HttpResponse<String>> answers = atOnce(List.of(() -> start(caller, "start", wish),
				() -> start(caller, "submit-form", wish), () -> start(caller, "start", wish)));
		answers.add(start(caller, "submit-form", wish));
		assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
		assertThat(answers.stream().map((answer) -> answer.body().replaceFirst("(?s).*?\"id\":\"([^\"]*).*", "$1")))
			.hasSize(4)
			.containsOnly(answers.get(0).body().replaceFirst("(?s).*?\"id\":\"([^\"]*).*", "$1"));
		assertThat(consultations(officer)).isOne();
		assertThat(start(caller, "start", wish.replace("Plan för", "Ny plan för")).statusCode()).isEqualTo(200);
		assertThat(consultations(officer)).as("another title is another case").isEqualTo(2);
		Caller colleague = new Caller(this.port, this.accounts.with(officer.authority(), Role.OFFICER).id());
		assertThat(start(colleague, "start", wish).statusCode()).isEqualTo(200);
		assertThat(consultations(officer)).as("somebody else's wish is another case").isEqualTo(3);
	}

	private static HttpResponse<String> start(Caller caller, String how, String wish) {
		return caller.basic("POST", "/engine-rest/process-definition/key/consultationCycle/" + how, wish);
	}

	private int consultations(Account officer) {
		return this.jdbc.sql("select count(*) from consultation where authority_id = :authority")
			.param("authority", officer.authority())
			.query(Integer.class)
			.single();
	}

	@Test
	void ofTwoWhoTakeATaskOneHasIt() {
		SampleCycle cycle = this.cycles.start();
		Task task = this.tasks.createTaskQuery().tenantIdIn(cycle.authority().id()).singleResult();
		this.tasks.setAssignee(task.getId(), null);
		List<Account> officers = officers(cycle.authority());
		List<HttpResponse<String>> answers = whileHeld("act_ru_task", task.getId(),
				officers.stream().<Supplier<HttpResponse<String>>>map((officer) -> {
					Caller caller = new Caller(this.port, officer.id());
					return () -> caller.webApplication("POST",
							"/camunda/api/engine/engine/default/task/" + task.getId() + "/claim",
							"{\"userId\":\"" + officer.id() + "\"}");
				}).toList());
		assertOneWon(answers, 204, "Någon annan hann ta uppgiften före dig.");
		String winner = this.tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
		assertThat(officers).extracting(Account::id).contains(winner);
		Caller late = new Caller(this.port, this.accounts.with(cycle.authority().id(), Role.OFFICER).id());
		HttpResponse<String> refused = late.webApplication("POST",
				"/camunda/api/engine/engine/default/task/" + task.getId() + "/claim", "{\"userId\":\"x\"}");
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("Uppgiften ligger på någon annan.");
	}

	@Test
	void ofTwoWhoDecideOneHasDecided() {
		SampleCycle cycle = this.cycles.start();
		cycle.story().until("summariseInput");
		Task task = this.tasks.createTaskQuery()
			.tenantIdIn(cycle.authority().id())
			.taskDefinitionKey("approveSummary")
			.singleResult();
		List<Supplier<HttpResponse<String>>> decisions = new ArrayList<>();
		for (String decision : List.of("approved", "sentBack")) {
			Caller manager = new Caller(this.port, this.accounts.with(cycle.authority().id(), Role.MANAGER).id());
			decisions.add(() -> manager.basic("POST", "/engine-rest/task/" + task.getId() + "/complete",
					"{\"variables\":{\"decision\":{\"value\":\"" + decision
							+ "\"},\"comment\":{\"value\":\"Skriv tydligare.\"}}}"));
		}
		List<HttpResponse<String>> answers = whileHeld("act_ru_task", task.getId(), decisions);
		assertOneWon(answers, 204, "Någon annan hann före.");
		HttpResponse<String> late = decisions.get(0).get();
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Någon annan hann före.");
	}

	@Test
	void ofTwoWhoMakeAnAccountOneHasMadeIt() {
		Authority authority = this.authorities.region();
		String name = "kim" + UUID.randomUUID().toString().substring(0, 8);
		List<Supplier<HttpResponse<String>>> ways = IntStream.range(0, 2)
			.<Supplier<HttpResponse<String>>>mapToObj((i) -> {
				Visitor admin = signedIn(this.accounts.with(authority.id(), Role.ADMIN));
				return () -> posted(admin, "/staff/accounts/new", "id", name, "name", "Kim Exempel", "email",
						name + "@region.example", "roles", "OFFICER", "submissionId", UUID.randomUUID());
			})
			.toList();
		assertOneWon(atOnce(ways), 302, "Användarnamnet är upptaget.");
	}

	@Test
	void ofTwoWhoAddAnOrganisationOneHasAddedIt() {
		Authority authority = this.authorities.region();
		List<Supplier<HttpResponse<String>>> ways = IntStream.range(0, 2)
			.<Supplier<HttpResponse<String>>>mapToObj((i) -> {
				Visitor officer = signedIn(this.accounts.with(authority.id(), Role.OFFICER));
				return () -> posted(officer, "/staff/register/new", "name", "Filmklubben Ljuset", "sector", "CULTURE",
						"municipality", "-", "language", "sv", "submissionId", UUID.randomUUID());
			})
			.toList();
		assertOneWon(atOnce(ways), 302, "Det finns redan en organisation med samma namn");
	}

	@Test
	void whatNobodyHasThoughtOfIsToldInASentence(CapturedOutput log) throws Exception {
		this.authorities.region();
		for (String what : List.of("duplicate", "changed", "deadlock")) {
			HttpResponse<String> answer = new Visitor(this.port).get("/my/second/" + what);
			assertThat(answer.statusCode()).as(what).isEqualTo(409);
			assertThat(answer.body()).contains("Någon annan har ändrat det här").doesNotContain("sample_key", "insert");
		}
		assertThat(log).contains("Somebody else was first: BrokenConstraint[name=unit_once, state=23505]")
			.doesNotContain("kim@person.example");
	}

	/** Where nobody else can have been first, a broken constraint is a fault of ours. */
	@Test
	void aConstraintThatAFaultOfOursBreaksIsNoLostRace(CapturedOutput log) throws Exception {
		for (String what : List.of("fault", "check")) {
			HttpResponse<String> answer = new Visitor(this.port).get("/my/second/" + what);
			assertThat(answer.statusCode()).as(what).isEqualTo(500);
			assertThat(answer.body()).doesNotContain("Någon annan", "sample_key", "insert", "constraint");
		}
		assertThat(log).contains("BrokenConstraint[name=unit_authority_id_fkey, state=23503]", "state=23502]")
			.doesNotContain("sample_key", "kim@person.example");
	}

	/** A name that says that people meet there is one of the right kind. */
	@Test
	void namesOfConstraintsSayWherePeopleMeet() {
		assertThat(this.jdbc.sql("""
				select cast(conname as text) from pg_constraint
				where conname ~ '_there$' and contype <> 'f' or conname ~ '_once$' and contype not in ('u', 'p')
				union all select cast(relname as text) from pg_class join pg_index on indexrelid = oid
				where relname ~ '_(once|there)$' and not indisunique""").query(String.class).list()).isEmpty();
	}

	private List<Account> officers(Authority authority) {
		return List.of(this.accounts.with(authority.id(), Role.OFFICER),
				this.accounts.with(authority.id(), Role.OFFICER));
	}

	private Visitor signedIn(Account account) {
		try {
			return new Visitor(this.port).as(account.id());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpResponse<String> posted(Visitor visitor, String path, Object... fields) {
		try {
			return visitor.post(path, fields);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void assertOneWon(List<HttpResponse<String>> answers, int success, String sentence) {
		assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(success, 409);
		assertThat(answers).filteredOn((answer) -> answer.statusCode() == 409)
			.first()
			.satisfies((answer) -> assertThat(answer.body()).contains(sentence)
				.doesNotContain("ENGINE-", "constraint", "SQL", "Exception\"", "duplicate key"));
	}

	private static List<HttpResponse<String>> atOnce(List<Supplier<HttpResponse<String>>> ways) {
		CountDownLatch ready = new CountDownLatch(ways.size());
		return answers(ways.stream().map((way) -> CompletableFuture.supplyAsync(() -> {
			ready.countDown();
			try {
				ready.await(30, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return way.get();
		}, (work) -> new Thread(work).start())).toList());
	}

	/** Both have read what they are to change before one of them can. */
	private List<HttpResponse<String>> whileHeld(String table, String id, List<Supplier<HttpResponse<String>>> ways) {
		return answers(this.transaction.execute((status) -> {
			this.jdbc.sql("select id_ from " + table + " where id_ = :id for update")
				.param("id", id)
				.query()
				.listOfRows();
			List<CompletableFuture<HttpResponse<String>>> both = ways.stream()
				.map((way) -> CompletableFuture.supplyAsync(way, (work) -> new Thread(work).start()))
				.toList();
			await().until(() -> this.jdbc.sql("""
					select count(*) from pg_stat_activity where wait_event_type = 'Lock' and state = 'active'""")
				.query(Integer.class)
				.single() >= ways.size());
			return both;
		}));
	}

	private static List<HttpResponse<String>> answers(List<CompletableFuture<HttpResponse<String>>> asked) {
		List<HttpResponse<String>> answers = new ArrayList<>();
		for (CompletableFuture<HttpResponse<String>> each : asked) {
			answers.add(each.orTimeout(60, TimeUnit.SECONDS).join());
		}
		return answers;
	}

}
