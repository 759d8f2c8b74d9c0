package se.kulturlots.workflow;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.BriefCache;

/**
 * The texts that tell users of the engine why something is refused, in the language of
 * their authority.
 */
@Component
class EngineTexts {

	private static final Locale SWEDISH = Locale.forLanguageTag("sv");

	private final MessageSource messages;

	private final BriefCache<String, Locale> locales;

	EngineTexts(MessageSource messages, Authorities authorities) {
		this.messages = messages;
		this.locales = new BriefCache<>((id) -> authorities.findById(id).map(Authority::locale).orElse(SWEDISH));
	}

	Locale locale(@Nullable String authorityId) {
		return (authorityId == null) ? SWEDISH : this.locales.get(authorityId);
	}

	String of(@Nullable String authorityId, String key, Object... arguments) {
		return of(locale(authorityId), key, arguments);
	}

	String of(Locale locale, String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
