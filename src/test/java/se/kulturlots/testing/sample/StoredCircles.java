package se.kulturlots.testing.sample;

import java.util.List;
import java.util.Objects;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.Cases;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Fact;
import se.kulturlots.core.Texts;
import se.kulturlots.privacy.PersonalRecord;
import se.kulturlots.privacy.PersonalRecords;

/** The circles that a person leads. */
@Component
@Order(900)
class StoredCircles implements PersonalRecords {

	private final Circles circles;

	private final Cases cases;

	StoredCircles(Circles circles, Cases cases) {
		this.circles = circles;
		this.cases = cases;
	}

	@Override
	public boolean holds(String authorityId, EmailAddress address) {
		return !this.circles.ledBy(authorityId, address).isEmpty();
	}

	@Override
	public List<PersonalRecord> of(String authorityId, EmailAddress address, Texts texts) {
		return this.circles.ledBy(authorityId, address)
			.stream()
			.map((circle) -> new PersonalRecord(circle.id(), texts.t("sample.kind"), circle.title(),
					Objects.requireNonNull(this.cases.get(circle.id()).openedAt()),
					List.of(Fact.of(texts.t("sample.question"), circle.question())), null))
			.toList();
	}

}
