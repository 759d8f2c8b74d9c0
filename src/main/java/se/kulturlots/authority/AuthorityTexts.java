package se.kulturlots.authority;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What authorities have written themselves, in each of their languages. Plain text. */
@Component
public class AuthorityTexts {

	private final JdbcClient jdbc;

	AuthorityTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A text in a language.
	 * @param language the reader's
	 * @return nothing if they have not written it in that language
	 */
	public Optional<String> find(String authorityId, TextKind kind, Locale language) {
		return this.jdbc.sql("""
				select text from authority_text
				where authority_id = :authority and kind = :kind and language = :language""")
			.param("authority", authorityId)
			.param("kind", kind.name())
			.param("language", language.getLanguage())
			.query(String.class)
			.optional();
	}

	/**
	 * Everything that some authorities have written.
	 * @return in no order
	 */
	public List<Written> of(Collection<String> authorityIds) {
		if (authorityIds.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("select authority_id, kind, language, text from authority_text where authority_id in (:ids)")
			.param("ids", authorityIds)
			.query((rs, row) -> new Written(rs.getString(1), TextKind.valueOf(rs.getString(2)), rs.getString(3),
					rs.getString(4)))
			.list();
	}

	/**
	 * Changes a text.
	 * @param text the text, or null for ours
	 */
	public void set(String authorityId, TextKind kind, Locale language, @Nullable String text) {
		if (text == null) {
			this.jdbc.sql("""
					delete from authority_text
					where authority_id = :authority and kind = :kind and language = :language""")
				.param("authority", authorityId)
				.param("kind", kind.name())
				.param("language", language.getLanguage())
				.update();
			return;
		}
		this.jdbc.sql("""
				insert into authority_text (authority_id, kind, language, text)
				values (:authority, :kind, :language, :text)
				on conflict (authority_id, kind, language) do update set text = excluded.text""")
			.param("authority", authorityId)
			.param("kind", kind.name())
			.param("language", language.getLanguage())
			.param("text", text)
			.update();
	}

	/**
	 * A text.
	 *
	 * @param authorityId whose
	 */
	public record Written(String authorityId, TextKind kind, String language, String text) {

		/**
		 * Whether it is what somebody reads.
		 * @param of whose
		 * @param in the reader's language
		 * @return true if all agree
		 */
		public boolean is(String of, TextKind which, Locale in) {
			return this.authorityId.equals(of) && this.kind == which && this.language.equals(in.getLanguage());
		}

	}

}
