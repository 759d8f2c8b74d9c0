package se.kulturlots;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.testing.KulturlotsTest;

import static org.assertj.core.api.Assertions.assertThat;

/** How tables are made: a start that is killed at any instant is finished by the next. */
@KulturlotsTest
class MigrationsTest {

	/**
	 * The tables and the transaction that made each: its row type is never touched again.
	 */
	private static final String TABLES = """
			select c.relname from pg_class c join pg_type t on t.typrelid = c.oid
			where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and %s order by 1""";

	@Autowired
	JdbcClient jdbc;

	@Test
	void aTableIsMadeInTheTransactionThatRecordsItsMigration() {
		assertThat(tables("c.relname not like 'act\\_%' and c.relname <> 'flyway_schema_history'"))
			.hasSizeGreaterThan(40)
			.isEqualTo(tables("t.xmin in (select xmin from flyway_schema_history)"));
	}

	@Test
	void theTablesOfTheEngineAreMadeTogetherWithTheVersionThatItReads() {
		assertThat(tables("c.relname like 'act\\_%'")).hasSizeGreaterThan(40)
			.isEqualTo(tables("t.xmin = (select xmin from act_ge_schema_log where id_ = '0')"));
	}

	private List<String> tables(String which) {
		return this.jdbc.sql(TABLES.formatted(which)).query(String.class).list();
	}

}
