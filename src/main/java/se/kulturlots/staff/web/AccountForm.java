package se.kulturlots.staff.web;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import se.kulturlots.identity.Role;

/**
 * What is asked of a new account.
 *
 * @param authority whom it is for, asked only of who administers them all
 * @param name first and last name
 * @param email the address
 * @param id the name to sign in with
 * @param roles what it may do
 */
record AccountForm(@Nullable String authority,
		@NotBlank(message = "{staff.accounts.name.required}") @Size(max = 120) String name,
		@NotBlank(message = "{staff.accounts.email.required}") @Size(max = 254) String email,
		@NotBlank(message = "{staff.accounts.id.required}") @Pattern(regexp = "[a-z0-9][a-z0-9._@-]{2,63}",
				message = "{staff.accounts.id.shape}") String id,
		@NotEmpty(message = "{staff.accounts.roles.required}") List<Role> roles) {
}
