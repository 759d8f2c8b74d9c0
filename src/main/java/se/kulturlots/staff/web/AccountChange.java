package se.kulturlots.staff.web;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import se.kulturlots.identity.Role;

/**
 * What may be changed of an account.
 *
 * @param version the version that was shown
 * @param name first and last name
 * @param email the address
 * @param roles what it may do
 */
record AccountChange(@NotNull Integer version,
		@NotBlank(message = "{staff.accounts.name.required}") @Size(max = 120) String name,
		@NotBlank(message = "{staff.accounts.email.required}") @Size(max = 254) String email,
		@NotEmpty(message = "{staff.accounts.roles.required}") List<Role> roles) {
}
