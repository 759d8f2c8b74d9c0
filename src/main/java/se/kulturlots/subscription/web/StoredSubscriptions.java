package se.kulturlots.subscription.web;

import java.util.List;
import java.util.Optional;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Fact;
import se.kulturlots.core.Id;
import se.kulturlots.core.Said;
import se.kulturlots.core.Texts;
import se.kulturlots.privacy.PersonalRecord;
import se.kulturlots.privacy.PersonalRecords;
import se.kulturlots.subscription.Subscriber;
import se.kulturlots.subscription.Subscriber.Subscription;
import se.kulturlots.subscription.Subscriptions;

/** What a person follows. */
@Component
@Order(40)
class StoredSubscriptions implements PersonalRecords {

	private final Subscriptions subscriptions;

	StoredSubscriptions(Subscriptions subscriptions) {
		this.subscriptions = subscriptions;
	}

	@Override
	public boolean holds(String authorityId, EmailAddress address) {
		return this.subscriptions.of(authorityId, address).isPresent();
	}

	@Override
	public List<PersonalRecord> of(String authorityId, EmailAddress address, Texts texts) {
		return this.subscriptions.of(authorityId, address).map((one) -> record(one, texts)).stream().toList();
	}

	private static PersonalRecord record(Subscriber one, Texts texts) {
		List<Fact> facts = one.subscriptions()
			.stream()
			.map((each) -> Fact.of(about(each, texts),
					(each.confirmedAt() != null) ? texts.t("subscription.stored.since", texts.day(each.confirmedAt()))
							: texts.t("subscription.stored.unconfirmed", texts.day(each.askedAt()))))
			.toList();
		return new PersonalRecord(one.id(), texts.t("subscription.stored.kind"), one.email().value(),
				one.subscriptions().get(0).askedAt(), facts, texts.t("subscription.stored.open"));
	}

	private static String about(Subscription one, Texts texts) {
		Said title = one.titleIn(texts.locale(), texts.ownLang());
		return (title != null) ? title.text() : texts.t("subscription.stored.all");
	}

	@Override
	public Optional<String> open(String authorityId, EmailAddress address, Id id) {
		return this.subscriptions.of(authorityId, address)
			.filter((one) -> one.id().equals(id))
			.map(this.subscriptions::open);
	}

}
