package se.kulturlots.site.web;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.authority.Authorities;

/**
 * Gives the pages of each authority its colour. Pages ask for it with the colour in the
 * address, so that it can be kept.
 */
@Controller
class ThemeController {

	private final Authorities authorities;

	ThemeController(Authorities authorities) {
		this.authorities = authorities;
	}

	@GetMapping("/theme/{authority}.css")
	ResponseEntity<String> theme(@PathVariable String authority) {
		String colour = this.authorities.get(authority).accentColour();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
			.contentType(MediaType.valueOf("text/css;charset=UTF-8"))
			.body(new AccentColours(Colour.parse(colour)).css());
	}

}
