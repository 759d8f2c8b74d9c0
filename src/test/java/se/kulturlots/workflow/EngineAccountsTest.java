package se.kulturlots.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Password;
import se.kulturlots.identity.Role;
import se.kulturlots.staff.AccountService;
import se.kulturlots.staff.PasswordService;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.HashWork;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Statements;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KulturlotsTest
class EngineAccountsTest {

	private static final String OLD = "password1234";

	@LocalServerPort
	int port;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts samples;

	@Autowired
	Accounts accounts;

	@Autowired
	AccountService desk;

	@Autowired
	PasswordService passwords;

	@Autowired
	IdentityService identity;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	HashWork hashWork;

	@Autowired
	Statements statements;

	private InetAddress office;

	private String authority;

	private Account account;

	@BeforeEach
	void account() throws Exception {
		ThreadLocalRandom any = ThreadLocalRandom.current();
		this.office = InetAddress.getByName("127." + any.nextInt(1, 255) + "." + any.nextInt(255) + ".9");
		this.authority = this.authorities.region().id();
		this.account = this.samples.with(this.authority, Role.OFFICER);
	}

	@Test
	void aPasswordIsHashedSlowly() {
		assertThat(hash(this.account)).startsWith("{argon2}$argon2id$v=19$");
	}

	@Test
	void aPasswordFromBeforeIsHashedAnewAtTheNextSignIn() throws Exception {
		keepAsBefore(this.account, OLD);
		assertThat(new Visitor(this.port).signIn(this.account.id(), "wrong").statusCode()).isEqualTo(400);
		assertThat(hash(this.account)).startsWith("{SHA-512}");
		assertThat(new Visitor(this.port).signIn(this.account.id(), OLD).statusCode()).isEqualTo(302);
		String anew = hash(this.account);
		assertThat(anew).startsWith("{argon2}$argon2id$");
		assertThat(new Visitor(this.port).signIn(this.account.id(), "wrong").statusCode()).isEqualTo(400);
		assertThat(new Visitor(this.port).signIn(this.account.id(), OLD).statusCode()).isEqualTo(302);
		assertThat(this.accounts.authenticate(this.account.id(), OLD)).isPresent();
		assertThat(hash(this.account)).as("once").isEqualTo(anew);
	}

	@Test
	void whoeverIsTriedCostsTheSame() throws Exception {
		Account closed = this.samples.with(this.authority, Role.OFFICER);
		this.desk.close(this.samples.with(this.authority, Role.ADMIN), closed.id(), 0);
		Account before = this.samples.with(this.authority, Role.OFFICER);
		keepAsBefore(before, OLD);
		Account closedBefore = this.samples.with(this.authority, Role.OFFICER);
		keepAsBefore(closedBefore, OLD);
		this.desk.close(this.samples.with(this.authority, Role.ADMIN), closedBefore.id(), 0);
		for (Entrance entrance : List.<Entrance>of(this::form, this::basic)) {
			entrance.signIn(UUID.randomUUID().toString(), "anything at all");
			Cost unknown = cost(entrance, "nobody-" + UUID.randomUUID(), "anything at all");
			assertThat(unknown.hashes()).isOne();
			assertThat(unknown.statements()).anyMatch((statement) -> statement.contains("ACT_ID_USER"));
			assertThat(cost(entrance, this.account.id(), "anything at all")).isEqualTo(unknown);
			assertThat(cost(entrance, closed.id(), "anything at all")).isEqualTo(unknown);
			assertThat(cost(entrance, closed.id(), Browser.PASSWORD)).isEqualTo(unknown);
			assertThat(cost(entrance, before.id(), "anything at all")).isEqualTo(unknown);
			assertThat(cost(entrance, closedBefore.id(), OLD)).isEqualTo(unknown);
			assertThat(cost(entrance, "kulturlots", "anything at all")).as("the engine's own").isEqualTo(unknown);
		}
	}

	@Test
	void aProgramDoesNotPayWithEachRequest() throws Exception {
		assertThat(this.hashWork.during(() -> assertThat(basic(this.account.id(), Browser.PASSWORD)).isEqualTo(200)))
			.isOne();
		assertThat(this.hashWork.during(() -> {
			for (int number = 0; number < 20; number++) {
				assertThat(basic(this.account.id(), Browser.PASSWORD)).isEqualTo(200);
			}
		})).isZero();
		assertThat(
				this.hashWork.during(() -> assertThat(basic(this.account.id(), Browser.PASSWORD + " ")).isEqualTo(401)))
			.isOne();
		this.passwords.change(this.account, new Password("sju blå kastruller"));
		assertThat(basic(this.account.id(), Browser.PASSWORD)).as("the old one, remembered until now").isEqualTo(401);
		assertThat(basic(this.account.id(), "sju blå kastruller")).isEqualTo(200);
		this.desk.close(this.samples.with(this.authority, Role.ADMIN), this.account.id(), 0);
		assertThat(basic(this.account.id(), "sju blå kastruller")).isEqualTo(401);
	}

	@Test
	void aProgramThatGuessesIsToldHowLongToWaitAndNobodyElseIs() throws Exception {
		Account colleague = this.samples.with(this.authority, Role.OFFICER);
		assertThat(basic(this.account.id(), Browser.PASSWORD)).isEqualTo(200);
		for (int number = 0; number < 5; number++) {
			assertThat(basic(this.account.id(), "wrong " + number)).isEqualTo(401);
		}
		assertThat(call(this.account.id(), Browser.PASSWORD)).as("even the right one: it could be a guess")
			.startsWith("HTTP/1.1 429")
			.containsPattern("Retry-After: (30|[12]?[0-9])\r\n");
		assertThat(basic(colleague.id(), Browser.PASSWORD)).isEqualTo(200);
	}

	@Test
	void anOfficeIsNotLockedOutByOneOfItsOwn() throws Exception {
		for (int number = 0; number < 120; number++) {
			assertThat(basic("nobody-" + number + "-" + this.account.id(), "wrong")).isEqualTo(401);
		}
		assertThat(basic("nobody-0-" + this.account.id(), "wrong")).as("who tries many").isEqualTo(429);
		assertThat(basic(this.account.id(), Browser.PASSWORD)).isEqualTo(200);
	}

	@Test
	void whatCannotBeANameIsWrongAndNoError() throws Exception {
		for (String name : List.of("", " ", "che\0f", "x".repeat(5000), "\uD83D\uDC18", "a:b", "'; --")) {
			assertThat(form(name, "anything at all")).as(name).isEqualTo(400);
		}
		assertThat(form(this.account.id(), "")).isEqualTo(400);
		assertThat(form(this.account.id(), "che\0f")).isEqualTo(400);
		assertThat(form(this.account.id(), "x".repeat(100_000))).isEqualTo(400);
	}

	@Test
	void theEngineKeepsNoPasswordThatOurPagesWouldRefuse() {
		for (String easy : List.of(OLD, "kulturlots2026", "för kort", "hej " + this.account.id() + " hej")) {
			User user = this.identity.createUserQuery().userId(this.account.id()).singleResult();
			user.setPassword(easy);
			assertThatExceptionOfType(ProcessEngineException.class).as(easy)
				.isThrownBy(() -> this.identity.saveUser(user));
		}
		Account somebody = new Account("new-" + this.account.id(), "Kim", null, null, this.account.roles());
		assertThatExceptionOfType(ProcessEngineException.class)
			.isThrownBy(() -> this.accounts.create(somebody, "hej " + somebody.id()));
		assertThat(this.accounts.authenticate(this.account.id(), Browser.PASSWORD)).isPresent();
	}

	private Cost cost(Entrance entrance, String name, String password) {
		int[] hashes = new int[1];
		List<String> asked = this.statements
			.during(() -> hashes[0] = this.hashWork.during(() -> entrance.signIn(name, password)));
		return new Cost(hashes[0], asked);
	}

	private int form(String name, String password) {
		try {
			Visitor visitor = new Visitor(this.port);
			return visitor.signIn(name, password).statusCode();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int basic(String name, String password) {
		return Integer.parseInt(call(name, password).substring("HTTP/1.1 ".length()).substring(0, 3));
	}

	/** A request from an office of this test's own, with all that is answered. */
	private String call(String name, String password) {
		String credentials = Base64.getEncoder()
			.encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
		try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), this.port, this.office, 0)) {
			socket.getOutputStream()
				.write(("GET /engine-rest/task/count HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
						+ "Authorization: Basic " + credentials + "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String hash(Account account) {
		return this.jdbc.sql("select pwd_ from act_id_user where id_ = :id")
			.param("id", account.id())
			.query(String.class)
			.single();
	}

	/** As the engine did it by itself. */
	private void keepAsBefore(Account account, String password) {
		this.jdbc.sql("update act_id_user set pwd_ = :hash, salt_ = 'salt', rev_ = rev_ + 1 where id_ = :id")
			.param("hash", "{SHA-512}" + new Sha512HashDigest().encrypt(password + "salt"))
			.param("id", account.id())
			.update();
	}

	private interface Entrance {

		int signIn(String name, String password);

	}

	private record Cost(int hashes, List<String> statements) {
	}

}
