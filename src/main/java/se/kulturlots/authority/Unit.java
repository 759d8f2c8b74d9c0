package se.kulturlots.authority;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A part of an authority that answers enquiries.
 *
 * @param version for optimistic locking, null when new
 * @param authorityId whose
 * @param email where it is reached
 */
@Table("unit")
public record Unit(@Id UnitId id, @Version @Nullable Integer version, String authorityId, String name, String email) {
}
