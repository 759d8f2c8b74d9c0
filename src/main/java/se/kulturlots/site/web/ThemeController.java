package se.kulturlots.site.web;

import java.time.Duration;

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
import se.kulturlots.site.AccentColours;

/**
 * Gives the pages of each authority its colour and its logo. Pages ask for them with the
 * colour or a name of the picture in the address, so that they can be kept.
 */
@Controller
class ThemeController {

	private final Authorities authorities;

	private final Logos logos;

	ThemeController(Authorities authorities, Logos logos) {
		this.authorities = authorities;
		this.logos = logos;
	}

	/** The address of the logo, another one for each picture. */
	static @Nullable String logo(Authority authority) {
		return (authority.logoKey() != null) ? "/theme/" + authority.id() + ".png?v=" + authority.logoKey() : null;
	}

	@GetMapping("/theme/{authority}.css")
	ResponseEntity<String> theme(@PathVariable String authority) {
		String colour = this.authorities.get(authority).accentColour();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
			.contentType(MediaType.valueOf("text/css;charset=UTF-8"))
			.body(new AccentColours(colour).css());
	}

	@GetMapping("/theme/{authority}.png")
	ResponseEntity<byte[]> logo(@PathVariable String authority) {
		return this.logos.find(authority)
			.map((logo) -> ResponseEntity.ok()
				.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
				.contentType(MediaType.IMAGE_PNG)
				.body(logo))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

}
