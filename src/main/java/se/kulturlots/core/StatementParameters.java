package se.kulturlots.core;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Lets the named parameters of {@code JdbcClient} and the rows of batches take what
 * PostgreSQL's driver does not know: an {@link Instant} for a {@code timestamptz}, an
 * {@link Id} for a {@code uuid}.
 */
@Configuration(proxyBeanMethods = false)
class StatementParameters {

	@Bean
	JdbcTemplate jdbcTemplate(DataSource dataSource) {
		return new JdbcTemplate(dataSource) {

			@Override
			public int[] batchUpdate(String sql, List<Object[]> rows) {
				return super.batchUpdate(sql,
						rows.stream().map((row) -> Arrays.stream(row).map(Mapped::mapped).toArray()).toList());
			}

		};
	}

	@Bean
	NamedParameterJdbcTemplate namedParameterJdbcTemplate(JdbcTemplate template) {
		return new NamedParameterJdbcTemplate(template) {

			@Override
			protected PreparedStatementCreator getPreparedStatementCreator(String sql, SqlParameterSource parameters,
					@Nullable Consumer<PreparedStatementCreatorFactory> customizer) {
				return super.getPreparedStatementCreator(sql, new Mapped(parameters), customizer);
			}

		};
	}

	private record Mapped(SqlParameterSource given) implements SqlParameterSource {

		@Override
		public boolean hasValue(String name) {
			return this.given.hasValue(name);
		}

		@Override
		public @Nullable Object getValue(String name) {
			return mapped(this.given.getValue(name));
		}

		private static @Nullable Object mapped(@Nullable Object value) {
			if (value instanceof Instant instant) {
				return Timestamp.from(instant);
			}
			if (value instanceof Id id) {
				return id.value();
			}
			return (value instanceof Collection<?> several) ? several.stream().map(Mapped::mapped).toList() : value;
		}

		@Override
		public int getSqlType(String name) {
			return this.given.getSqlType(name);
		}

		@Override
		public @Nullable String getTypeName(String name) {
			return this.given.getTypeName(name);
		}

		@Override
		public String @Nullable [] getParameterNames() {
			return this.given.getParameterNames();
		}

	}

}
