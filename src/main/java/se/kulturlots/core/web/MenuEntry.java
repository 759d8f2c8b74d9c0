package se.kulturlots.core.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.AccountInfo;

/**
 * A line of a menu. Each module makes its own as beans, whose {@code @Order} is their
 * place.
 *
 * @param menu where it stands
 * @param path where it leads, without language; in {@link Menu#MAIN} and
 * {@link Menu#PART} after the authority's own address
 * @param textKey what it says
 * @param roles the groups that see it, any of which is enough; all do if there are none
 * @param type the media type of what is not a page, null for pages
 * @param ofAuthority whether only accounts of an authority see it, not the installation's
 * @param section with what the addresses begin to which it leads on
 */
public record MenuEntry(Menu menu, String path, String textKey, Set<String> roles, @Nullable String type,
		boolean ofAuthority, String section) {

	public MenuEntry(Menu menu, String path, String textKey, Set<String> roles, @Nullable String type) {
		this(menu, path, textKey, roles, type, false);
	}

	public MenuEntry(Menu menu, String path, String textKey, Set<String> roles, @Nullable String type,
			boolean ofAuthority) {
		this(menu, path, textKey, roles, type, ofAuthority, path + "/");
	}

	/**
	 * A page of staff.
	 * @param path where it leads
	 * @param textKey what it says
	 * @param roles the groups that see it
	 */
	public static MenuEntry staff(String path, String textKey, Set<String> roles) {
		return new MenuEntry(Menu.STAFF, path, textKey, roles, null);
	}

	/**
	 * A main page of the public's.
	 * @param path where it leads, after the authority's own address
	 * @param textKey what it says
	 */
	public static MenuEntry main(String path, String textKey) {
		return new MenuEntry(Menu.MAIN, path, textKey, Set.of(), null);
	}

	/**
	 * A main page of the public's whose section has addresses that begin otherwise.
	 * @param path where it leads, after the authority's own address
	 * @param textKey what it says
	 * @param section with what they begin
	 */
	public static MenuEntry main(String path, String textKey, String section) {
		return new MenuEntry(Menu.MAIN, path, textKey, Set.of(), null, false, section);
	}

	/**
	 * A way for the public to take part.
	 * @param path where it leads, after the authority's own address
	 * @param textKey what it says
	 */
	public static MenuEntry part(String path, String textKey) {
		return new MenuEntry(Menu.PART, path, textKey, Set.of(), null);
	}

	/**
	 * Whether a page is the one that it leads to, or in its section.
	 * @param address the page's, as {@code path} is written
	 * @return for {@code aria-current}; null if the page is neither
	 */
	@Nullable String current(String address) {
		return address.equals(this.path) ? "page" : address.startsWith(this.section) ? "true" : null;
	}

	boolean isFor(@Nullable AccountInfo reader) {
		boolean seen = !this.ofAuthority || (reader != null && reader.authorityId() != null);
		return seen
				&& (this.roles.isEmpty() || (reader != null && reader.roles().stream().anyMatch(this.roles::contains)));
	}

	/**
	 * Whether it leads to the engine's web applications, which have no language in their
	 * addresses.
	 * @return false for our own pages
	 */
	public boolean isEngine() {
		return this.path.startsWith("/camunda/");
	}

	/** Where entries stand. */
	public enum Menu {

		/** The head of the pages of staff. */
		STAFF,
		/** The head of an authority's public pages. */
		MAIN,
		/** The foot of an authority's public pages: how one takes part. */
		PART,
		/** The foot of all public pages: what this site is. */
		ABOUT

	}

}
