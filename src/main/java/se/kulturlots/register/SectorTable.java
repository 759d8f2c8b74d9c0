package se.kulturlots.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.SettingsSections;
import se.kulturlots.core.PlainText;

/**
 * The sectors that an authority counts the types and activities of files to. It says what
 * files are read as; organisations of the register change only when somebody asks for it.
 */
@Component
public class SectorTable {

	/** How many words wait at most to be shown at once. */
	public static final int MOST_SHOWN = 100;

	private static final String SECTION = "sectors";

	private static final String ASSIGN = """
			insert into sector_word (authority_id, word_key, word, sector)
			select :authority, key, word, sector
			from unnest(cast(:keys as text[]), cast(:words as text[]), cast(:sectors as text[])) as w (key, word, sector)
			on conflict (authority_id, word_key) do\s""";

	private final JdbcClient jdbc;

	private final SettingsSections sections;

	private final RegisterLock lock;

	private final BulkChanges bulkChanges;

	private final ApplicationEventPublisher events;

	SectorTable(JdbcClient jdbc, SettingsSections sections, RegisterLock lock, BulkChanges bulkChanges,
			ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.sections = sections;
		this.lock = lock;
		this.bulkChanges = bulkChanges;
		this.events = events;
	}

	/** How often the table has been saved. */
	public int version(String authorityId) {
		return this.sections.version(authorityId, SECTION);
	}

	/**
	 * What has been decided.
	 * @return by word
	 */
	public List<Line> lines(String authorityId) {
		return this.jdbc
			.sql("select word, sector from sector_word where authority_id = :authority order by word_key limit 1000")
			.param("authority", authorityId)
			.query(Line.class)
			.list();
	}

	/** What has been decided, by the keys of words. */
	Map<String, Sector> decided(String authorityId) {
		Map<String, Sector> decided = new HashMap<>();
		this.jdbc.sql("select word_key, sector from sector_word where authority_id = :authority")
			.param("authority", authorityId)
			.query((rs) -> {
				decided.put(rs.getString(1), Sector.valueOf(rs.getString(2)));
			});
		return decided;
	}

	/**
	 * Saves lines of the table; a line without a sector is taken out.
	 * @param version the version that was changed
	 * @throws se.kulturlots.authority.AuthorityProblem if somebody else has saved it
	 * meanwhile
	 */
	@Transactional
	public void save(String authorityId, int version, Collection<Line> lines) {
		this.lock.hold(authorityId);
		this.sections.advance(authorityId, SECTION, version);
		this.jdbc
			.sql("delete from sector_word where authority_id = :authority and word_key = any(cast(:keys as text[]))")
			.param("authority", authorityId)
			.param("keys",
					lines.stream()
						.filter((line) -> line.sector() == null)
						.map((line) -> SectorWord.key(line.word()))
						.toArray(String[]::new))
			.update();
		assign(authorityId, lines, "update set sector = excluded.sector");
		this.events.publishEvent(new SectorTableChanged(authorityId));
	}

	/**
	 * Decides about words of which nobody has decided yet.
	 * @throws RegisterProblem if somebody else has meanwhile
	 */
	@Transactional
	public void decide(String authorityId, Collection<Line> lines) {
		this.lock.hold(authorityId);
		this.sections.advance(authorityId, SECTION, version(authorityId));
		if (assign(authorityId, lines, "nothing") < lines.stream().filter((it) -> it.sector() != null).count()) {
			throw RegisterProblem.changedMeanwhile();
		}
		this.events.publishEvent(new SectorTableChanged(authorityId));
	}

	private int assign(String authorityId, Collection<Line> lines, String otherwise) {
		Map<String, Line> byKey = new LinkedHashMap<>();
		lines.stream()
			.filter((line) -> line.sector() != null)
			.forEach((line) -> byKey.put(SectorWord.key(line.word()), line));
		return this.jdbc.sql(ASSIGN + otherwise)
			.param("authority", authorityId)
			.param("keys", byKey.keySet().toArray(String[]::new))
			.param("words", byKey.values().stream().map(Line::word).toArray(String[]::new))
			.param("sectors",
					byKey.values().stream().map((line) -> String.valueOf(line.sector())).toArray(String[]::new))
			.update();
	}

	/** What the register holds without a sector. */
	public WithoutSector withoutSector(String authorityId) {
		Map<String, Sector> decided = decided(authorityId);
		Map<String, SectorWord> undecided = new LinkedHashMap<>();
		Map<String, Sector> sectors = new HashMap<>();
		int toApply = 0;
		for (SectorWord type : typesWithoutSector(authorityId)) {
			Sector sector = decided.get(type.key());
			if (sector == null) {
				undecided.merge(type.key(), type,
						(one, other) -> new SectorWord(one.word(), one.count() + other.count()));
			}
			else if (sector != Sector.OTHER) {
				sectors.put(type.word(), sector);
				toApply += type.count();
			}
		}
		return new WithoutSector(undecided.values().stream().limit(MOST_SHOWN).toList(), toApply, sectors);
	}

	/**
	 * Gives the organisations that have no sector the one of their type.
	 * @param version the version of the table that somebody has seen
	 * @param toApply how many they have been told that it changes
	 * @throws RegisterProblem if either is another one by now
	 */
	@Transactional
	public BulkChangeId apply(String authorityId, int version, int toApply) {
		this.lock.hold(authorityId);
		WithoutSector now = withoutSector(authorityId);
		if (version(authorityId) != version || now.toApply() != toApply) {
			throw RegisterProblem.changedMeanwhile();
		}
		return this.bulkChanges.giveSectors(authorityId, now.sectors());
	}

	private List<SectorWord> typesWithoutSector(String authorityId) {
		return this.jdbc.sql("""
				select type as word, count(*) as count from organisation
				where authority_id = :authority and status = 'ACTIVE' and sector = 'OTHER' and type is not null
				group by type order by count(*) desc, type""")
			.param("authority", authorityId)
			.query(SectorWord.class)
			.list();
	}

	/**
	 * A line of the table.
	 *
	 * @param word what files say
	 * @param sector what it is read as, {@link Sector#OTHER} for none; null if nothing is
	 * decided
	 */
	public record Line(String word, @Nullable Sector sector) {

		/** A word as somebody has typed it, or a page has sent it back. */
		public Line {
			word = PlainText.line(word);
		}

	}

	/**
	 * What the register holds without a sector.
	 *
	 * @param undecided the types of which nobody has decided, the most common first, at
	 * most {@link #MOST_SHOWN}
	 * @param toApply how many organisations have a type to which a sector has been
	 * decided
	 * @param sectors the sectors of these types, word for word
	 */
	public record WithoutSector(List<SectorWord> undecided, int toApply, Map<String, Sector> sectors) {
	}

	/** What files are read as has changed, in this transaction. */
	record SectorTableChanged(String authorityId) {
	}

}
