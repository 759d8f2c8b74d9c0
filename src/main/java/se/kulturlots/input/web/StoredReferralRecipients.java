package se.kulturlots.input.web;

import java.util.List;
import java.util.Optional;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Fact;
import se.kulturlots.core.Id;
import se.kulturlots.core.Texts;
import se.kulturlots.input.ReferralLetters;
import se.kulturlots.input.ReferralLetters.Added;
import se.kulturlots.privacy.PersonalRecord;
import se.kulturlots.privacy.PersonalRecords;

/** Who has been added by hand to those asked for comments on a draft. */
@Component
@Order(35)
class StoredReferralRecipients implements PersonalRecords {

	private final ReferralLetters letters;

	StoredReferralRecipients(ReferralLetters letters) {
		this.letters = letters;
	}

	@Override
	public boolean holds(String authorityId, EmailAddress address) {
		return !this.letters.added(authorityId, address).isEmpty();
	}

	@Override
	public List<PersonalRecord> of(String authorityId, EmailAddress address, Texts texts) {
		return this.letters.added(authorityId, address).stream().map((one) -> record(one, texts)).toList();
	}

	private static PersonalRecord record(Added one, Texts texts) {
		String title = one.titleIn(texts.locale(), texts.ownLang()).text();
		return new PersonalRecord(one.consultationId(), texts.t("input.referral.stored.kind"), title, one.since(),
				List.of(Fact.of(texts.t("input.referral.stored.name"), one.body().name()),
						Fact.of(texts.t("input.referral.stored.email"), one.body().email().value()),
						Fact.of(title, texts.t("input.referral.stored.why"))),
				null);
	}

	/** There is no page of its own for it. */
	@Override
	public Optional<String> open(String authorityId, EmailAddress address, Id id) {
		return Optional.empty();
	}

}
