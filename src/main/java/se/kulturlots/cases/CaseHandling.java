package se.kulturlots.cases;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Unit;
import se.kulturlots.authority.UnitId;
import se.kulturlots.authority.Units;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.PlainText;
import se.kulturlots.journal.Journal;

/** Opens, changes and closes cases; what else happens then is the kind's. */
@Component
public class CaseHandling {

	private static final int LONGEST_SLUG = 60;

	private final Cases cases;

	private final Units units;

	private final Journal journal;

	private final JdbcClient jdbc;

	private final AppClock clock;

	CaseHandling(Cases cases, Units units, Journal journal, JdbcClient jdbc, AppClock clock) {
		this.cases = cases;
		this.units = units;
		this.journal = journal;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Opens a case.
	 * @param kind the key of its kind
	 * @param officer the account of who is responsible, or null
	 */
	@Transactional
	public Case open(String authorityId, String kind, String title, @Nullable String officer) {
		return this.cases.save(Case.opened(authorityId, kind, freeSlug(authorityId, kind, title), title, officer,
				this.clock.instant()));
	}

	/** Two cases of one name get addresses of their own, also when opened at once. */
	private String freeSlug(String authorityId, String kind, String title) {
		this.jdbc.sql("select id from authority where id = :id for update")
			.param("id", authorityId)
			.query()
			.listOfRows();
		String ascii = Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("^-|-$", "");
		String base = ascii.isEmpty() ? "arende" : ascii.substring(0, Math.min(LONGEST_SLUG, ascii.length()));
		String slug = base;
		for (int number = 2; this.cases.existsByAuthorityIdAndKindAndSlug(authorityId, kind, slug); number++) {
			slug = base + '-' + number;
		}
		return slug;
	}

	/**
	 * Gives a case another title or diary number; its address stays.
	 * @param newDiaryNumber the authority's own number of it, null if there is none
	 * @throws CaseProblem if the authority has no such case
	 */
	@Transactional
	public void describe(String authorityId, CaseId id, String newTitle, @Nullable String newDiaryNumber) {
		String title = PlainText.line(newTitle);
		String diaryNumber = (newDiaryNumber == null || newDiaryNumber.isBlank()) ? null
				: PlainText.line(newDiaryNumber);
		Case one = this.cases.get(authorityId, id);
		if (!title.equals(one.title())) {
			this.journal.note(authorityId, id, "journal.case.renamed", one.title(), title);
		}
		if (diaryNumber != null && !diaryNumber.equals(one.diaryNumber())) {
			this.journal.note(authorityId, id, "journal.case.diaryNumber", diaryNumber);
		}
		if (diaryNumber == null && one.diaryNumber() != null) {
			this.journal.note(authorityId, id, "journal.case.noDiaryNumber", Objects.requireNonNull(one.diaryNumber()));
		}
		one.describe(title, diaryNumber);
		this.cases.save(one);
	}

	/**
	 * Changes all that staff say of a case.
	 * @param newDiaryNumber the authority's own number of it, null if there is none
	 * @param unitId the unit that it is the work of, null if of none
	 * @throws CaseProblem if the authority has no such case or unit
	 */
	@Transactional
	public void edit(String authorityId, CaseId id, String newTitle, @Nullable String newDiaryNumber,
			@Nullable UnitId unitId) {
		describe(authorityId, id, newTitle, newDiaryNumber);
		Case one = this.cases.get(authorityId, id);
		if (Objects.equals(unitId, one.unitId())) {
			return;
		}
		if (unitId == null) {
			this.journal.note(authorityId, id, "journal.case.noUnit");
		}
		else {
			Unit unit = this.units.findByIdAndAuthorityId(unitId, authorityId)
				.orElseThrow(() -> CaseProblem.unknownUnit().at("unit"));
			this.journal.note(authorityId, id, "journal.case.unit", unit.name());
		}
		one.assignTo(unitId);
		this.cases.save(one);
	}

	/** Makes another account responsible. */
	@Transactional
	public void handTo(CaseId id, String officer) {
		Case one = this.cases.get(id);
		one.handTo(officer);
		this.cases.save(one);
	}

	/**
	 * Closes a case, once.
	 * @param disposeAfter the last day on which its personal data is kept
	 */
	@Transactional
	public void close(CaseId id, LocalDate disposeAfter) {
		Case one = this.cases.get(id);
		one.close(this.clock.instant(), disposeAfter);
		this.cases.save(one);
	}

}
