package se.kulturlots.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;

/** Reads from the rows of statements what the driver has no type for. */
public final class Columns {

	private Columns() {
	}

	/** The ids of one kind that a statement asks for alone. */
	public static <T extends Id> RowMapper<T> ids(Function<UUID, T> type) {
		return (rs, row) -> id(rs, 1, type);
	}

	public static <T extends Id> T id(ResultSet rs, String column, Function<UUID, T> type) throws SQLException {
		return id(rs, rs.findColumn(column), type);
	}

	public static <T extends Id> T id(ResultSet rs, int column, Function<UUID, T> type) throws SQLException {
		return Objects.requireNonNull(idOrNull(rs, column, type));
	}

	public static <T extends Id> @Nullable T idOrNull(ResultSet rs, String column, Function<UUID, T> type)
			throws SQLException {
		return idOrNull(rs, rs.findColumn(column), type);
	}

	public static <T extends Id> @Nullable T idOrNull(ResultSet rs, int column, Function<UUID, T> type)
			throws SQLException {
		UUID value = rs.getObject(column, UUID.class);
		return (value != null) ? type.apply(value) : null;
	}

	public static Instant instant(ResultSet rs, String column) throws SQLException {
		return instant(rs, rs.findColumn(column));
	}

	public static Instant instant(ResultSet rs, int column) throws SQLException {
		return Objects.requireNonNull(instantOrNull(rs, column));
	}

	public static @Nullable Instant instantOrNull(ResultSet rs, String column) throws SQLException {
		return instantOrNull(rs, rs.findColumn(column));
	}

	public static @Nullable Instant instantOrNull(ResultSet rs, int column) throws SQLException {
		Timestamp at = rs.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

}
