package se.kulturlots.testing.sample;

import java.util.List;
import java.util.Objects;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.core.PublicPage;
import se.kulturlots.core.PublicPages;
import se.kulturlots.core.Texts;

/** The circles that anyone may read of. */
@Component
@Order(900)
class SamplePages implements PublicPages {

	private final Circles circles;

	SamplePages(Circles circles) {
		this.circles = circles;
	}

	@Override
	public List<PublicPage> of(String authorityId, Texts texts) {
		return this.circles.announced(authorityId)
			.stream()
			.map((circle) -> PublicPage.of("/" + authorityId + "/samples/" + circle.slug(), circle.title(),
					Objects.requireNonNull(circle.announcedAt()), circle.announcedAt()))
			.toList();
	}

}
