package se.kulturlots.site.web;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.authority.Logos;
import se.kulturlots.picture.Pictures;
import se.kulturlots.site.AccentColours;

/**
 * Gives the pages of each authority its colour, its logo and its pictures. Pages ask for
 * them with the colour or a name of the picture in the address, so that they can be kept.
 */
@Controller
class ThemeController {

	private static final Pattern PICTURE = Pattern.compile("([0-9a-f]{32})-([0-9]{3,4})\\.(jpg|webp)");

	private static final CacheControl FOR_ALL = CacheControl.maxAge(Duration.ofDays(365)).cachePublic();

	/** What is taken away is nowhere between us and readers for long. */
	private static final CacheControl FOR_READERS = CacheControl.maxAge(Duration.ofDays(365)).cachePrivate();

	private final Authorities authorities;

	private final Logos logos;

	private final Pictures pictures;

	ThemeController(Authorities authorities, Logos logos, Pictures pictures) {
		this.authorities = authorities;
		this.logos = logos;
		this.pictures = pictures;
	}

	/** The address of the colours, another one for each. */
	static String colours(Authority authority) {
		String second = authority.secondColour();
		return "/theme/" + authority.id() + ".css?v=" + authority.accentColour().substring(1)
				+ ((second != null) ? "-" + second.substring(1) : "");
	}

	/** The address of the logo, another one for each picture. */
	static @Nullable String logo(Authority authority) {
		return (authority.logoKey() != null) ? "/theme/" + authority.id() + ".png?v=" + authority.logoKey() : null;
	}

	@GetMapping("/theme/{authority}.css")
	ResponseEntity<String> theme(@PathVariable String authority) {
		Authority whose = this.authorities.get(authority);
		String second = whose.secondColour();
		return ResponseEntity.ok()
			.cacheControl(FOR_ALL)
			.contentType(MediaType.valueOf("text/css;charset=UTF-8"))
			.body(AccentColours.first(whose.accentColour(), second).css()
					+ ((second != null) ? AccentColours.second(second).css() : ""));
	}

	@GetMapping("/theme/{authority}.png")
	ResponseEntity<byte[]> logo(@PathVariable String authority) {
		return toKeep(this.logos.find(authority), MediaType.IMAGE_PNG, FOR_ALL);
	}

	@GetMapping("/theme/{authority}/{picture}")
	ResponseEntity<byte[]> picture(@PathVariable String authority, @PathVariable String picture) {
		Matcher named = PICTURE.matcher(picture);
		if (!named.matches()) {
			return ResponseEntity.notFound().build();
		}
		return toKeep(this.pictures.file(authority, named.group(1), Integer.parseInt(named.group(2)), named.group(3)),
				named.group(3).equals("jpg") ? MediaType.IMAGE_JPEG : MediaType.valueOf("image/webp"), FOR_READERS);
	}

	private static ResponseEntity<byte[]> toKeep(Optional<byte[]> picture, MediaType type, CacheControl kept) {
		return picture.map((content) -> ResponseEntity.ok().cacheControl(kept).contentType(type).body(content))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

}
