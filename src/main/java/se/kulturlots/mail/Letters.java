package se.kulturlots.mail;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.PublicAddress;

/** Where letters begin. */
@Component
public class Letters {

	private final MessageSource messages;

	private final PublicAddress address;

	private final Authorities authorities;

	Letters(MessageSource messages, PublicAddress address, Authorities authorities) {
		this.messages = messages;
		this.address = address;
		this.authorities = authorities;
	}

	/**
	 * A new letter. For many letters load the authority once and use
	 * {@link #of(Authority, Locale)}.
	 * @param authorityId who sends it
	 * @param locale the reader's language
	 * @return an empty draft
	 */
	public LetterDraft of(String authorityId, Locale locale) {
		return of(this.authorities.get(authorityId), locale);
	}

	/**
	 * A new letter.
	 * @param authority who sends it
	 * @param locale the reader's language
	 * @return an empty draft
	 */
	public LetterDraft of(Authority authority, Locale locale) {
		return new LetterDraft(this.messages, this.address, authority.zone(), authority.locale(), locale);
	}

}
