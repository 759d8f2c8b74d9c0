package se.kulturlots.testing;

import java.util.UUID;

import org.springframework.boot.test.context.TestComponent;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;

/** Makes an authority of its own for each test. */
@TestComponent
public class SampleAuthorities {

	private final Authorities authorities;

	SampleAuthorities(Authorities authorities) {
		this.authorities = authorities;
	}

	/**
	 * A new Swedish region.
	 * @return saved, with an id of its own
	 */
	public Authority region() {
		String id = "region-" + UUID.randomUUID().toString().substring(0, 8);
		return this.authorities.save(new Authority(id, null, "Region " + id.substring(7), "SE", "Europe/Stockholm",
				"sv,fi,en", "Kulturförvaltningen", "kultur@" + id + ".example", "070-174 06 05", "#1a5c4c"));
	}

	/**
	 * A new Finnish region, in Finnish first and in Swedish.
	 * @return saved, with an id of its own
	 */
	public Authority finnishRegion() {
		String id = "maakunta-" + UUID.randomUUID().toString().substring(0, 8);
		return this.authorities
			.save(new Authority(id, null, "Pohjoismaakunta " + id.substring(9), "FI", "Europe/Helsinki", "fi,sv",
					"Kulttuuripalvelut", "kulttuuri@" + id + ".example", "050 174 0605", "#24477a"));
	}

}
