package se.kulturlots.authority;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A part of an authority that answers enquiries.
 *
 * @param id its id
 * @param version for optimistic locking, null when new
 * @param authorityId whose
 * @param name what it is called
 * @param email where it is reached
 */
@Table("unit")
public record Unit(@Id UUID id, @Version @Nullable Integer version, String authorityId, String name, String email) {
}
