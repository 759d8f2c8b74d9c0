package se.kulturlots.cases;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import se.kulturlots.core.Said;

/**
 * What has been written of something besides its own texts: the same in other languages,
 * in easy words, in short in languages that our pages do not have. Plain text.
 *
 * @param written all of it
 */
public record Words(List<Written> written) {

	/** Of something of which nothing else has been written. */
	public static final Words NONE = new Words(List.of());

	/** In a statement: what is written of the subject whose id follows. */
	public static final String READ = """
			(select json_agg(json_build_object('part', w.part, 'place', w.place, 'language', w.language,
				'text', w.text, 'original', w.original)) from case_words w where w.subject_id = """ + " ";

	/** In a statement: ends what {@link #READ} begins. */
	public static final String AS_OTHER_WORDS = ")::text as other_words";

	private static final ObjectMapper JSON = new ObjectMapper();

	public Words {
		written = written.stream()
			.sorted(Comparator.comparing(Written::part).thenComparing(Written::place).thenComparing(Written::language))
			.toList();
	}

	/**
	 * Reads what a statement gives between {@link #READ} and {@link #AS_OTHER_WORDS}.
	 * @param json nothing if it is null
	 */
	public static Words parse(@Nullable String json) {
		if (json == null) {
			return NONE;
		}
		try {
			return new Words(List.of(JSON.readValue(json, Written[].class)));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a reader gets: the text in their language where it has been written of the
	 * authority's own as that is now, else the authority's own.
	 * @param reader the language of the page
	 * @param own the authority's own text
	 * @param ownLang what the page says its language is, null if it is the page's
	 */
	public Said say(Part part, int place, Locale reader, String own, @Nullable String ownLang) {
		return (ownLang != null) ? written(part, place, reader.getLanguage()).filter((each) -> each.fits(own))
			.map((each) -> new Said(each.text(), null))
			.orElse(new Said(own, ownLang)) : new Said(own, null);
	}

	/**
	 * What a reader gets of a text that need not be there.
	 * @param own the authority's own text, or null
	 * @return null if there is none
	 * @see #say(Part, int, Locale, String, String)
	 */
	public @Nullable Said sayIfAny(Part part, Locale reader, @Nullable String own, @Nullable String ownLang) {
		return (own != null) ? say(part, 0, reader, own, ownLang) : null;
	}

	/** Tells two texts from each other, null for none. */
	public static @Nullable UUID mark(@Nullable String text) {
		return (text != null) ? UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)) : null;
	}

	/** A text in a language. */
	public Optional<String> find(Part part, int place, String language) {
		return written(part, place, language).map(Written::text);
	}

	/** A text in a language, and what it was made from. */
	public Optional<Written> written(Part part, int place, String language) {
		return this.written.stream()
			.filter((each) -> each.part() == part && each.place() == place && each.language().equals(language))
			.findFirst();
	}

	/** All texts of a part, in any language. */
	public List<Written> all(Part part) {
		return this.written.stream().filter((each) -> each.part() == part).toList();
	}

	/** What a text is. */
	public enum Part {

		/** The title in another language. */
		TITLE(120),
		/** What is consulted on. */
		SUBJECT(2000),
		/** What it builds on. */
		BACKGROUND(6000),
		/** One of the questions, by its place. */
		QUESTION(500),
		/** What a meeting is about. */
		THEME(2000),
		/** Whom a meeting is for. */
		TARGET_GROUP(500),
		/** What those who come to a meeting need to know. */
		PRACTICAL(4000),
		/** What those registered are to know before a meeting. */
		PREPARATION(10000),
		/** The subject of the letter that invites. */
		INVITATION_SUBJECT(150),
		/** The letter that invites. */
		INVITATION_TEXT(8000),
		/** The subject of the letter that goes with a draft. */
		REFERRAL_SUBJECT(200),
		/** The letter that goes with a draft. */
		REFERRAL_TEXT(8000),
		/** All in easy words. */
		EASY(6000),
		/** The address of a film in sign language. */
		SIGNED(400),
		/** All in short, in a language that our pages do not have. */
		SUMMARY(6000);

		private final int longest;

		Part(int longest) {
			this.longest = longest;
		}

		/** How many characters it may have. */
		public int longest() {
			return this.longest;
		}

	}

	/**
	 * A text.
	 *
	 * @param place which question it is, else 0
	 * @param language the tag of its language
	 * @param original the mark of the authority's own text that it says in another
	 * language, null if there is none or it is not known
	 */
	public record Written(Part part, int place, String language, String text, @Nullable UUID original) {

		/**
		 * Whether it says what the authority's own text says now.
		 * @param own the text, null if there is none
		 */
		public boolean fits(@Nullable String own) {
			return this.original == null || this.original.equals(mark(own));
		}

	}

}
