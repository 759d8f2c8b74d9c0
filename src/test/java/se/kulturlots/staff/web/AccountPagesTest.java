package se.kulturlots.staff.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.journal.Journal;
import se.kulturlots.staff.AccountService;
import se.kulturlots.staff.PasswordService;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Visitor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class AccountPagesTest {

	private static final Pattern LINK = Pattern.compile("/login/password/[A-Za-z0-9_-]{43}");

	@LocalServerPort
	int port;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	Authorities allAuthorities;

	@Autowired
	SampleAccounts samples;

	@Autowired
	Accounts accounts;

	@Autowired
	PasswordService passwords;

	@Autowired
	TransactionTemplate transactions;

	@Autowired
	Journal journal;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	IdentityService identity;

	@Autowired
	FormService forms;

	@Autowired
	RepositoryService repository;

	@Autowired
	TaskService tasks;

	String authority;

	Account admin;

	@BeforeEach
	void admin() {
		this.authority = this.authorities.region().id();
		this.admin = this.samples.with(this.authority, Role.ADMIN);
	}

	@Test
	void anAdministratorMakesAnAccountAndItsOwnerChoosesThePassword(Browser browser) {
		Page page = browser.open();
		browser.signInOnThePage(page, this.admin.id());
		assertThat(page).hasURL(Pattern.compile("/staff/accounts$"));
		browser.assertAccessible(page);
		browser.screenshot(page, "accounts");
		page.getByRole(AriaRole.LINK, named("Nytt konto")).click();
		click(page, "Skapa kontot och skicka länken");
		assertThat(page).hasTitle(Pattern.compile("^Fel:"));
		assertThat(page.locator(".ds-error-summary li")).hasText(new String[] { "Skriv personens namn.",
				"Skriv personens e-postadress.", "Skriv ett användarnamn.", "Välj minst en roll." });
		browser.assertAccessible(page);
		browser.screenshot(page, "account-new-wrong");
		String id = "nils.holm-" + UUID.randomUUID().toString().substring(0, 8);
		page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill("Nils Holm");
		page.getByLabel("E-post").fill("inte en adress");
		page.getByLabel("Användarnamn").fill(id.toUpperCase());
		page.getByLabel("Lots", new Page.GetByLabelOptions().setExact(true)).check();
		click(page, "Skapa kontot och skicka länken");
		assertThat(page.locator(".ds-error-summary li")).hasCount(2);
		assertThat(page.getByLabel("Lots", new Page.GetByLabelOptions().setExact(true))).isChecked();
		page.getByLabel("E-post").fill(id + "@region.example");
		page.getByLabel("Användarnamn").fill(id);
		click(page, "Skapa kontot och skicka länken");
		assertThat(page.locator("main")).containsText("Ett mejl med en länk");
		assertThat(page.locator("main")).containsText("Kontot " + id + " fick rollen lots");
		browser.assertAccessible(page);
		browser.screenshot(page, "account");
		String link = link(id);

		Page owner = browser.open();
		owner.navigate(link);
		assertThat(owner.locator("main")).containsText(id);
		owner.getByLabel("Nytt lösenord").fill("för kort");
		click(owner, "Sätt lösenordet");
		assertThat(owner.locator(".ds-error-summary")).containsText("minst 12");
		browser.assertAccessible(owner);
		browser.screenshot(owner, "password-set");
		owner.getByLabel("Nytt lösenord").fill("hej " + id + " hej");
		click(owner, "Sätt lösenordet");
		assertThat(owner.locator(".ds-error-summary")).containsText("ditt användarnamn");
		owner.getByLabel("Nytt lösenord").fill("  åtta gröna elefanter ");
		click(owner, "Sätt lösenordet");
		assertThat(owner.locator("main")).containsText("Lösenordet är satt");
		browser.assertAccessible(owner);
		assertThat(owner.navigate(link).status()).isEqualTo(410);
		assertThat(owner.locator("main")).containsText("redan använts");
		owner.navigate("/login");
		owner.getByLabel("Användarnamn").fill(id);
		owner.getByLabel("Lösenord").fill("  a\u030atta gröna elefanter ");
		click(owner, "Logga in");
		assertThat(owner).hasURL(Pattern.compile("/staff$"));
		owner.getByRole(AriaRole.LINK, named("Nils Holm")).click();
		browser.assertAccessible(owner);
		browser.screenshot(owner, "own-account");
		owner.getByLabel("Nuvarande lösenord").fill("något annat");
		owner.getByLabel("Nytt lösenord").fill("nio blå elefanter");
		click(owner, "Sätt lösenordet");
		assertThat(owner.locator(".ds-error-summary")).containsText("stämmer inte");
		owner.getByLabel("Nuvarande lösenord").fill("  åtta gröna elefanter ");
		owner.getByLabel("Nytt lösenord").fill("nio blå elefanter");
		click(owner, "Sätt lösenordet");
		assertThat(owner).hasURL(Pattern.compile("/login\\?passwordSet$"));
		assertThat(this.accounts.authenticate(id, "nio blå elefanter")).isPresent();
		assertThat(lines(id)).startsWith("journal.account.passwordChanged", "journal.account.passwordSet");

		page.navigate("/staff/accounts?text=HOLM");
		assertThat(page.locator("tbody tr")).hasCount(1);
		page.getByRole(AriaRole.LINK, named("Nils Holm")).click();
		page.getByRole(AriaRole.LINK, named("Stäng kontot")).click();
		browser.assertAccessible(page);
		browser.screenshot(page, "account-close");
		click(page, "Stäng kontot");
		assertThat(page.locator("main")).containsText("Kontot är stängt");
		browser.assertAccessible(page);
		browser.screenshot(page, "account-closed");
		page.navigate("/staff/accounts?text=holm");
		assertThat(page.locator("main")).containsText("Inget konto stämmer");
		browser.assertAccessible(page);
	}

	@Test
	void whatTakesRightsAwayEndsEverySessionOfTheAccountAndNoOther() throws Exception {
		Account officer = this.samples.with(this.authority, Role.OFFICER);
		Visitor colleague = visitor().as(this.samples.with(this.authority, Role.OFFICER).id());
		Visitor boss = visitor().as(this.admin.id());
		String task = task(officer);
		String path = "/staff/accounts/" + officer.id();

		Visitor[] several = { visitor().as(officer.id()), visitor().as(officer.id()) };
		assertIn(several);
		assertThat(boss.post(path, "version", 0, "name", "Kim Ny", "email", "kim@region.example", "roles", "OFFICER")
			.statusCode()).isEqualTo(302);
		assertIn(several);
		assertThat(boss
			.post(path, "version", 1, "name", "Kim Ny", "email", "kim@region.example", "roles", "OFFICER", "roles",
					"LIAISON")
			.statusCode()).isEqualTo(302);
		assertOut(several);
		assertThat(assignee(task)).as("still an officer's").isEqualTo(officer.id());

		several = new Visitor[] { visitor().as(officer.id()), visitor().as(officer.id()) };
		assertThat(several[0].post("/staff/account", "current", Browser.PASSWORD, "password", "sju röda elefanter")
			.headers()
			.firstValue("Location")
			.orElseThrow()).endsWith("/login?passwordSet");
		assertOut(several);
		Visitor again = visitor();
		again.signIn(officer.id(), "sju röda elefanter");
		assertIn(again);

		assertThat(boss.post(path + "/close", "version", 2).statusCode()).isEqualTo(302);
		assertOut(again);
		assertThat(visitor().signIn(officer.id(), "sju röda elefanter").statusCode()).isEqualTo(400);
		assertThat(assignee(task)).isNull();
		assertThat(this.accounts.with(this.authority, Role.OFFICER)).extracting(Account::id)
			.doesNotContain(officer.id());
		assertThat(boss.post(path + "/close", "version", 3).statusCode()).isEqualTo(409);

		String id = "kim-" + UUID.randomUUID();
		Object[] form = { "submissionId", UUID.randomUUID(), "name", "Kim", "email", "kim@region.example", "id", id,
				"roles", "OFFICER" };
		for (int sent = 0; sent < 2; sent++) {
			assertThat(boss.post("/staff/accounts/new", form).headers().firstValue("Location").orElseThrow())
				.contains("/staff/accounts/" + id);
		}
		assertThat(lines(id)).as("sent twice, made once").filteredOn("journal.account.created"::equals).hasSize(1);
		form[1] = UUID.randomUUID();
		assertThat(boss.post("/staff/accounts/new", form).statusCode()).as("the name is taken").isEqualTo(409);

		assertThat(boss.post(path + "/reopen", "version", 2).statusCode()).isEqualTo(409);
		assertThat(boss.post(path + "/reopen", "version", 3).statusCode()).isEqualTo(302);
		assertThat(this.accounts.find(officer.id()).orElseThrow().roles()).containsExactlyInAnyOrder(Role.OFFICER,
				Role.LIAISON);
		again.signIn(officer.id(), "sju röda elefanter");
		assertIn(again);
		assertIn(colleague);
		assertThat(lines(officer.id())).contains("journal.account.closed", "journal.account.given.LIAISON",
				"journal.account.described");
	}

	private void assertIn(Visitor... visitors) throws Exception {
		for (Visitor visitor : visitors) {
			assertThat(visitor.get("/staff/account").statusCode()).isEqualTo(200);
			assertThat(visitor.get("/camunda/api/engine/engine/default/task/count").statusCode()).isEqualTo(200);
		}
	}

	private void assertOut(Visitor... visitors) throws Exception {
		assertThat(visitors[0].get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
		for (Visitor visitor : visitors) {
			assertThat(visitor.get("/camunda/api/engine/engine/default/task/count").statusCode()).isEqualTo(401);
			assertThat(visitor.get("/staff/account").headers().firstValue("Location").orElseThrow()).endsWith("/login");
		}
	}

	@Test
	void nobodyReachesTheAccountsOfOthers() throws Exception {
		Account mine = this.samples.with(this.authority, Role.OFFICER);
		String path = "/staff/accounts/" + mine.id();
		Visitor stranger = visitor().as(this.samples.with(this.authorities.region().id(), Role.ADMIN).id());
		assertThat(stranger.get(path).statusCode()).isEqualTo(404);
		assertThat(stranger.get(path + "/close").statusCode()).isEqualTo(404);
		for (String action : List.of("", "/close", "/reopen", "/link")) {
			assertThat(stranger
				.post(path + action, "version", 0, "name", "X", "email", "x@region.example", "roles", "ADMIN")
				.statusCode()).as(action).isEqualTo(404);
		}
		assertThat(stranger.get("/staff/accounts?authority=" + this.authority).body()).doesNotContain(mine.id());
		assertThat(stranger
			.post("/staff/accounts/new", "authority", this.authority, "name", "X", "email", "x@region.example", "id",
					"x-" + UUID.randomUUID(), "roles", "ADMIN")
			.statusCode()).isEqualTo(302);
		assertThat(this.accounts.ofAuthority(this.authority)).as("what was sent of an authority is not read")
			.extracting(Account::id)
			.containsExactlyInAnyOrder(mine.id(), this.admin.id());
		for (Role role : List.of(Role.OFFICER, Role.LIAISON, Role.MANAGER, Role.REGISTRAR)) {
			Visitor staff = visitor().as(this.samples.with(this.authority, role).id());
			assertThat(staff.get("/staff/accounts").statusCode()).isEqualTo(403);
			assertThat(staff.post(path + "/close", "version", 0).statusCode()).isEqualTo(403);
		}
		assertThat(this.accounts.find(mine.id())).isPresent();
	}

	@Test
	void whoAdministersTheInstallationMakesTheAdministratorsOfAuthorities(Browser browser) {
		Account first = this.samples.with(null, Role.ADMIN);
		Page page = browser.open();
		browser.signInOnThePage(page, first.id());
		browser.assertAccessible(page);
		page.navigate("/staff/accounts?authority=" + this.authority);
		assertThat(page.locator("tbody tr")).hasCount(1);
		page.getByRole(AriaRole.LINK, named("Nytt konto")).click();
		String id = "admin." + UUID.randomUUID().toString().substring(0, 8);
		page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill("Ada Ek");
		page.getByLabel("E-post").fill(id + "@region.example");
		page.getByLabel("Användarnamn").fill(id);
		page.getByLabel("Administratör", new Page.GetByLabelOptions().setExact(true)).check();
		click(page, "Skapa kontot och skicka länken");
		assertThat(this.accounts.find(id)).hasValueSatisfying((made) -> {
			assertThat(made.authorityId()).isEqualTo(this.authority);
			assertThat(made.roles()).containsExactly(Role.ADMIN);
		});
		assertThat(page.navigate("/staff/accounts/" + first.id()).status()).as("nobody's").isEqualTo(404);
		assertThat(page.navigate("/camunda/app/admin/default/").status()).isEqualTo(403);
		assertThat(page.navigate("/camunda/api/engine/engine/default/user/count").text()).as("only our pages")
			.doesNotContain(":2");
	}

	@Test
	void theLastAdministratorStays() throws Exception {
		Visitor boss = visitor().as(this.admin.id());
		String path = "/staff/accounts/" + this.admin.id();
		var demoted = boss.post(path, "version", 0, "name", "Kim", "email", "kim@region.example", "roles", "OFFICER");
		assertThat(demoted.statusCode()).isEqualTo(400);
		assertThat(demoted.body()).contains("minst en administratör");
		assertThat(boss.post(path + "/close", "version", 0).body()).contains("minst en administratör");
		assertIn(boss);
		Account other = this.samples.with(this.authority, Role.ADMIN);
		Visitor colleague = visitor().as(other.id());
		var both = Stream.of(Map.entry(boss, "/staff/accounts/" + other.id()), Map.entry(colleague, path))
			.map((each) -> CompletableFuture.supplyAsync(() -> {
				try {
					return each.getKey().post(each.getValue() + "/close", "version", 0).statusCode();
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			}))
			.toList();
		assertThat(both.stream().map(CompletableFuture::join)).contains(302);
		assertThat(this.accounts.with(this.authority, Role.ADMIN)).hasSize(1);
	}

	@Test
	void twoAdministratorsDoNotChangeTheSameAccountUnawares() throws Exception {
		Account officer = this.samples.with(this.authority, Role.OFFICER);
		Visitor boss = visitor().as(this.admin.id());
		String path = "/staff/accounts/" + officer.id();
		assertThat(boss.post(path, "version", 0, "name", "Ett", "email", "ett@region.example", "roles", "OFFICER")
			.statusCode()).isEqualTo(302);
		var late = boss.post(path, "version", 0, "name", "Två", "email", "tva@region.example", "roles", "MANAGER");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(this.accounts.find(officer.id()).orElseThrow().displayName()).isEqualTo("Ett");
		assertThat(boss.post(path, "version", "x", "name", "", "email", "x", "roles", "KING").statusCode())
			.isEqualTo(400);
	}

	@Test
	void whoHasForgottenAPasswordLearnsNothingOfOthers(Browser browser) throws Exception {
		Account officer = this.samples.with(this.authority, Role.OFFICER);
		Page page = browser.open();
		page.navigate("/login");
		page.getByRole(AriaRole.LINK, named("Har du glömt lösenordet?")).click();
		click(page, "Skicka länken");
		assertThat(page.locator(".ds-error-summary")).containsText("Skriv ditt användarnamn");
		browser.assertAccessible(page);
		page.getByLabel("Användarnamn eller e-postadress").fill("nobody-at-all");
		click(page, "Skicka länken");
		String unknown = page.locator("main").textContent();
		browser.assertAccessible(page);
		browser.screenshot(page, "password-forgot");
		for (int number = 0; number < 4; number++) {
			page.navigate("/login/forgot");
			page.getByLabel("Användarnamn eller e-postadress")
				.fill((number == 0) ? officer.id() : officer.email().toUpperCase());
			click(page, "Skicka länken");
			assertThat(page.locator("main").textContent()).isEqualTo(unknown);
			awaitLinks(Math.min(number + 1, 3));
		}
		page.navigate(link(officer.id()));
		page.getByLabel("Nytt lösenord").fill("fyra gula elefanter");
		click(page, "Sätt lösenordet");
		assertThat(this.accounts.authenticate(officer.id(), "fyra gula elefanter")).isPresent();
		assertThat(this.jdbc.sql("select count(*) from password_link where account_id = :id and ended_at is null")
			.param("id", officer.id())
			.query(Integer.class)
			.single()).as("all links end with the first that is used").isZero();
		Visitor stranger = visitor();
		for (int number = 0; number < 5; number++) {
			stranger.post("/login/forgot", "account", "somebody-else");
		}
		assertThat(stranger.post("/login/forgot", "account", "somebody-else").statusCode()).isEqualTo(429);
		assertThat(stranger.get("/login/password/" + "x".repeat(43)).statusCode()).isEqualTo(404);
	}

	@Test
	void whoAsksManyTimesAtOnceGetsNoMoreLinks() throws Exception {
		Account officer = this.samples.with(this.authority, Role.OFFICER);
		List<CompletableFuture<Void>> asked = this.transactions.execute((transaction) -> {
			// whoever has counted the links waits here with the next one
			this.jdbc.sql("lock table password_link in share mode").update();
			List<CompletableFuture<Void>> all = Stream
				.generate(() -> CompletableFuture.runAsync(() -> this.passwords.run(Map.of("typed", officer.id())),
						(work) -> new Thread(work).start()))
				.limit(5)
				.toList();
			while (waiting() < 5) {
				Thread.onSpinWait();
			}
			return all;
		});
		asked.forEach(CompletableFuture::join);
		assertThat(this.jdbc.sql("select count(*) from password_link where account_id = :id")
			.param("id", officer.id())
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	private int waiting() {
		return this.jdbc.sql("select count(distinct pid) from pg_locks where not granted")
			.query(Integer.class)
			.single();
	}

	@Test
	void aPasswordThatIsGuessedFirstIsRefusedAndTheReasonSaid() throws Exception {
		Account officer = this.samples.with(this.authority, Role.OFFICER);
		Visitor visitor = visitor().as(officer.id());
		for (String easy : List.of("password1234", "losenord1234", "qwertyuiop12", "kulturlots2026", "aaaaaaaabbbb")) {
			HttpResponse<String> answer = visitor.post("/staff/account", "current", Browser.PASSWORD, "password", easy);
			assertThat(answer.statusCode()).as(easy).isEqualTo(400);
			assertThat(answer.body()).contains("för lätt att gissa", "vanliga ord").doesNotContain(easy);
		}
		String named = this.allAuthorities.get(this.authority).name() + " 2026";
		assertThat(visitor.post("/staff/account", "current", Browser.PASSWORD, "password", named).statusCode())
			.as(named)
			.isEqualTo(400);
		assertThat(this.accounts.authenticate(officer.id(), Browser.PASSWORD)).isPresent();
	}

	@Test
	void theMailAndThePageSpeakTheAuthoritysLanguage(Browser browser) throws Exception {
		Authority it = this.allAuthorities.get(this.authority);
		this.allAuthorities.save(new Authority(it.id(), it.version(), "Pohjoismaakunta " + it.id(), "FI",
				"Europe/Helsinki", "fi,sv", "Kulttuuripalvelut", it.contactEmail(), null, it.accentColour()));
		Account officer = this.samples.with(this.authority, Role.OFFICER);
		assertThat(visitor().as(this.admin.id()).post("/staff/accounts/" + officer.id() + "/link").statusCode())
			.isEqualTo(302);
		assertThat(mail()).contains("Valitse salasana", "Pohjoismaakunta", "seitsemän päivää");
		Page page = browser.open();
		page.navigate(link(officer.id()));
		assertThat(page.locator("html")).hasAttribute("lang", "fi");
		assertThat(page.locator("h1")).hasText("Valitse salasana");
	}

	@Test
	void accountsAreNotChangedThroughTheEngine() throws Exception {
		Visitor boss = visitor().as(this.admin.id());
		String engine = "/camunda/api/engine/engine/default";
		assertThat(boss.json("POST", engine + "/user/create", "{}").statusCode()).isEqualTo(404);
		boss = visitor().as(this.admin.id());
		assertThat(boss.json("PUT", engine + "/user/" + this.admin.id() + "/credentials", "{}").statusCode())
			.isEqualTo(404);
		assertThat(visitor().as(this.admin.id()).get(engine + "/user/count").body()).as("not even how many")
			.doesNotContain(":2");
	}

	private Visitor visitor() {
		return new Visitor(this.port);
	}

	private List<String> lines(String accountId) {
		return this.journal.of(this.authority, AccountService.caseId(accountId), false, 50)
			.stream()
			.map(Journal.Entry::textKey)
			.toList();
	}

	private String mail() {
		return this.jdbc.sql("""
				select text_body from mail where authority_id = :authority and kind = 'password'
				order by created_at desc limit 1""").param("authority", this.authority).query(String.class).single();
	}

	private String link(String accountId) {
		String mail = mail();
		assertThat(mail).contains(accountId);
		Matcher link = LINK.matcher(mail);
		assertThat(link.find()).isTrue();
		return link.group();
	}

	private void awaitLinks(int number) throws InterruptedException {
		for (int tries = 0; tries < 100; tries++) {
			if (this.jdbc.sql("select count(*) from mail where authority_id = :authority and kind = 'password'")
				.param("authority", this.authority)
				.query(Integer.class)
				.single() == number) {
				return;
			}
			Thread.sleep(50);
		}
		throw new AssertionError("not " + number + " mails");
	}

	private String task(Account account) {
		this.identity.setAuthentication(account.id(), List.of("officer"), List.of(this.authority));
		try {
			String definition = this.repository.createProcessDefinitionQuery()
				.processDefinitionKey("sample")
				.latestVersion()
				.singleResult()
				.getId();
			String instance = this.forms.submitStartForm(definition, Map.of("title", "Kulturplan")).getId();
			return this.tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	private String assignee(String task) {
		return this.tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
	}

	private static void click(Page page, String name) {
		page.waitForNavigation(
				() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
					.click());
	}

	private static Page.GetByRoleOptions named(String name) {
		return new Page.GetByRoleOptions().setName(name).setExact(true);
	}

}
