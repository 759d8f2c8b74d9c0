package se.kulturlots.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

import se.kulturlots.authority.UnitId;
import se.kulturlots.core.CaseId;

/**
 * A matter with a title, a responsible officer and a record of its own, of any kind. Its
 * id is also that of what the kind keeps about it.
 */
@Table("cases")
public class Case {

	@Id
	private CaseId id = new CaseId(UUID.randomUUID());

	@Version
	private @Nullable Integer version;

	private String authorityId = "";

	private String kind = "";

	private String slug = "";

	private String title = "";

	private @Nullable String diaryNumber;

	private @Nullable String responsibleOfficer;

	private @Nullable UnitId unitId;

	private Instant openedAt = Instant.EPOCH;

	private @Nullable Instant closedAt;

	private @Nullable LocalDate disposeAfter;

	// the title in other languages
	@ReadOnlyProperty
	private @Nullable String otherWords;

	Case() {
	}

	/**
	 * A new case, not stored yet.
	 * @param kind the {@link CaseKind#key() key} of its kind
	 * @param slug the last part of its public address, unique in its authority and kind
	 * @param officer the account of who is responsible, or null
	 */
	public static Case opened(String authorityId, String kind, String slug, String title, @Nullable String officer,
			Instant now) {
		Case opened = new Case();
		opened.authorityId = authorityId;
		opened.kind = kind;
		opened.slug = slug;
		opened.title = title;
		opened.responsibleOfficer = officer;
		opened.openedAt = now;
		return opened;
	}

	/** Its address stays as it is, so that old links work. */
	void describe(String title, @Nullable String diaryNumber) {
		this.title = title;
		this.diaryNumber = diaryNumber;
	}

	void assignTo(@Nullable UnitId unit) {
		this.unitId = unit;
	}

	void handTo(String officer) {
		this.responsibleOfficer = officer;
	}

	void close(Instant now, LocalDate disposeAfter) {
		if (this.closedAt == null) {
			this.closedAt = now;
			this.disposeAfter = disposeAfter;
		}
	}

	public CaseId id() {
		return this.id;
	}

	/** How often it has been changed, null until it is stored. */
	public @Nullable Integer version() {
		return this.version;
	}

	public String authorityId() {
		return this.authorityId;
	}

	/** The {@link CaseKind#key() key} of its kind. */
	public String kind() {
		return this.kind;
	}

	public String slug() {
		return this.slug;
	}

	public String title() {
		return this.title;
	}

	/** What its title is in other languages. */
	public Words titles() {
		return Words.parse(this.otherWords);
	}

	/** The authority's own number of the case in its record system, if it has one. */
	public @Nullable String diaryNumber() {
		return this.diaryNumber;
	}

	/** The account of the officer, null if any officer may see to it. */
	public @Nullable String responsibleOfficer() {
		return this.responsibleOfficer;
	}

	/** The unit that the case is the work of, null if of none. */
	public @Nullable UnitId unitId() {
		return this.unitId;
	}

	public Instant openedAt() {
		return this.openedAt;
	}

	/** When it was closed, null while it is open. */
	public @Nullable Instant closedAt() {
		return this.closedAt;
	}

	/** The last day on which its personal data is kept, null while it is open. */
	public @Nullable LocalDate disposeAfter() {
		return this.disposeAfter;
	}

}
