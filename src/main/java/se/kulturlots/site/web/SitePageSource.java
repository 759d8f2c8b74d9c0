package se.kulturlots.site.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.AccountInfo;
import se.kulturlots.core.BriefCache;
import se.kulturlots.core.web.AuthorityInfo;
import se.kulturlots.core.web.MenuEntry;
import se.kulturlots.core.web.PageSource;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;

/** Tells pages of authorities and accounts. */
@Component
class SitePageSource implements PageSource {

	private static final String ALL = "all";

	private final Authorities authorities;

	/** Every page asks for its authority, and there are tens of them. */
	private final BriefCache<String, Map<String, AuthorityInfo>> known;

	/** As they were read last, however long ago. */
	private volatile Map<String, AuthorityInfo> last = Map.of();

	private final List<MenuEntry> menus;

	SitePageSource(Authorities authorities, List<MenuEntry> menus) {
		this.authorities = authorities;
		this.known = new BriefCache<>((all) -> read());
		this.menus = menus;
	}

	private Map<String, AuthorityInfo> read() {
		this.last = this.authorities.findAll()
			.stream()
			.map(SitePageSource::info)
			.collect(Collectors.toUnmodifiableMap(AuthorityInfo::id, (info) -> info));
		return this.last;
	}

	@Override
	public List<MenuEntry> menus() {
		return this.menus;
	}

	@Override
	public Optional<AuthorityInfo> authority(String id) {
		AuthorityInfo info = this.known.get(ALL).get(id);
		return (info != null) ? Optional.of(info) : this.authorities.findById(id).map(SitePageSource::info);
	}

	@Override
	public Optional<AuthorityInfo> known(String id) {
		return Optional.ofNullable(this.last.get(id));
	}

	/** What is changed here is seen at once. */
	@TransactionalEventListener(fallbackExecution = true)
	void changed(AfterSaveEvent<Authority> saved) {
		this.known.forget(ALL);
	}

	static AuthorityInfo info(Authority authority) {
		return new AuthorityInfo(authority.id(), authority.name(), authority.zone(), authority.locales(),
				authority.contactName(), authority.contactEmail(), authority.contactPhone(),
				ThemeController.colours(authority), ThemeController.logo(authority));
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
