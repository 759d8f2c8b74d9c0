package se.kulturlots.scenario;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists of names are sorted as Swedish is: Å, Ä and Ö after Z, and no capitals first. */
@KulturlotsTest
class SwedishOrderTest {

	private static final List<String> SORTED = List.of("anna Ek", "Anna Ek Berg", "Bo Al", "zeth Ek", "Åsa Ek",
			"Ängla Ek", "örjan Ek");

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	SampleAccounts sampleAccounts;

	@Autowired
	Accounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@Test
	void accountsAre() throws Exception {
		String authority = this.authorities.region().id();
		for (int i : new int[] { 3, 6, 0, 5, 2, 4, 1 }) {
			this.accounts.create(
					new Account("kim-" + UUID.randomUUID(), SORTED.get(i), null, authority, Set.of(Role.OFFICER)),
					Browser.PASSWORD);
		}
		assertThat(this.accounts.ofAuthority(authority)).extracting(Account::displayName)
			.containsExactlyElementsOf(SORTED);
		assertThat(this.accounts.with(authority, Role.OFFICER)).extracting(Account::displayName)
			.containsExactlyElementsOf(SORTED);
		String page = new Visitor(this.port).as(this.sampleAccounts.with(authority, Role.ADMIN).id())
			.get("/staff/accounts")
			.body();
		assertThat(SORTED.stream().map((name) -> page.indexOf(">" + name + "<")).toList()).isSorted()
			.doesNotContain(-1);
	}

	@Test
	void titlesOfCasesAndPlacesAre() {
		String authority = this.authorities.region().id();
		for (int i : new int[] { 3, 6, 0, 5, 2, 4, 1 }) {
			this.jdbc.sql("""
					insert into cases (id, version, authority_id, kind, slug, title, opened_at)
					values (gen_random_uuid(), 0, :authority, 'SAMPLE', :slug, :title, now())""")
				.param("authority", authority)
				.param("slug", "x" + i)
				.param("title", SORTED.get(i))
				.update();
		}
		List<String> titles = this.jdbc.sql("select title from cases where authority_id = :authority order by title")
			.param("authority", authority)
			.query(String.class)
			.list();
		this.jdbc.sql("delete from cases where authority_id = :authority").param("authority", authority).update();
		assertThat(titles).containsExactlyElementsOf(SORTED);
		List<String> places = this.jdbc.sql(
				"select name from municipality where name in ('Ale', 'Åmål', 'Ängelholm', 'Örebro', 'Ystad') order by name")
			.query(String.class)
			.list();
		assertThat(places).containsExactly("Ale", "Ystad", "Åmål", "Ängelholm", "Örebro");
	}

}
