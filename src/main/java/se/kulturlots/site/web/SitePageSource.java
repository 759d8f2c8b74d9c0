package se.kulturlots.site.web;

import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.web.AccountInfo;
import se.kulturlots.core.web.AuthorityInfo;
import se.kulturlots.core.web.PageSource;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;

/** Tells pages of authorities and accounts. */
@Component
class SitePageSource implements PageSource {

	private final Authorities authorities;

	SitePageSource(Authorities authorities) {
		this.authorities = authorities;
	}

	@Override
	public Optional<AuthorityInfo> authority(String id) {
		return this.authorities.findById(id).map(SitePageSource::info);
	}

	private static AuthorityInfo info(Authority authority) {
		return new AuthorityInfo(authority.id(), authority.name(), authority.zone(), authority.locales(),
				authority.contactName(), authority.contactEmail(), authority.contactPhone(), authority.accentColour(),
				ThemeController.logo(authority));
	}

	@Override
	public Optional<AccountInfo> account() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Account account)
				? Optional.of(info(account)) : Optional.empty();
	}

	private static AccountInfo info(Account account) {
		return new AccountInfo(account.id(), account.displayName(), account.authorityId(),
				account.roles().stream().map(Role::group).collect(Collectors.toUnmodifiableSet()));
	}

}
