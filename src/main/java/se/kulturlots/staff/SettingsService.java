package se.kulturlots.staff;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.authority.AuthorityProblem;
import se.kulturlots.authority.AuthorityTexts;
import se.kulturlots.authority.ClosedDays;
import se.kulturlots.authority.Logo;
import se.kulturlots.authority.Logos;
import se.kulturlots.authority.SettingsSections;
import se.kulturlots.authority.TextKind;
import se.kulturlots.authority.Unit;
import se.kulturlots.authority.UnitId;
import se.kulturlots.authority.Units;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.FormSubmissions;
import se.kulturlots.core.FormSubmissions.Earlier;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.DeadlineKind;
import se.kulturlots.deadline.Ladder;
import se.kulturlots.deadline.Ladders;
import se.kulturlots.deadline.WorkingCalendars;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.IdentityProblem;
import se.kulturlots.identity.Role;
import se.kulturlots.journal.Journal;

/**
 * What an authority's administrator decides about it. Each part is saved by itself, and
 * says in the journal that it was.
 */
@Component
public class SettingsService {

	/** Name and contact. */
	public static final String CONTACT = "contact";

	/** The colours. */
	public static final String COLOUR = "colour";

	/** The logo. */
	public static final String LOGO = "logo";

	/** The languages of the pages. */
	public static final String LANGUAGES = "languages";

	/** The authority's own texts. */
	public static final String TEXTS = "texts";

	private final Authorities authorities;

	private final SettingsSections sections;

	private final AuthorityTexts texts;

	private final Logos logos;

	private final Units units;

	private final FormSubmissions forms;

	private final ClosedDays closedDays;

	private final WorkingCalendars calendars;

	private final Ladders ladders;

	private final Journal journal;

	private final AppClock clock;

	SettingsService(Authorities authorities, SettingsSections sections, AuthorityTexts texts, Logos logos, Units units,
			FormSubmissions forms, ClosedDays closedDays, WorkingCalendars calendars, Ladders ladders, Journal journal,
			AppClock clock) {
		this.authorities = authorities;
		this.sections = sections;
		this.texts = texts;
		this.logos = logos;
		this.units = units;
		this.forms = forms;
		this.closedDays = closedDays;
		this.calendars = calendars;
		this.ladders = ladders;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Refuses who may not change settings.
	 * @param account who is signed in
	 * @return whose settings they change
	 * @throws IdentityProblem if they are no administrator of an authority
	 */
	public static String authorityOf(Account account) {
		if (!account.has(Role.ADMIN)) {
			throw IdentityProblem.notAdministrator();
		}
		return account.authority();
	}

	/**
	 * Changes name and contact.
	 * @param version the version they saw
	 * @param name the authority's name
	 * @param contactName who answers questions
	 * @param contactEmail where to write
	 * @param contactPhone where to call, or null
	 */
	@Transactional
	public void describe(Account admin, int version, String name, String contactName, EmailAddress contactEmail,
			@Nullable String contactPhone) {
		save(admin, CONTACT, version,
				(before) -> before.described(name, contactName, contactEmail.value(), contactPhone));
	}

	/**
	 * Changes the colours.
	 * @param version the version they saw
	 * @param colour of links and buttons, as #rrggbb
	 * @param second of bands and charts, or null for the same
	 */
	@Transactional
	public void colour(Account admin, int version, String colour, @Nullable String second) {
		save(admin, COLOUR, version, (before) -> before.coloured(colour.toLowerCase(Locale.ROOT),
				(second != null) ? second.toLowerCase(Locale.ROOT) : null));
	}

	/**
	 * Changes the languages of the pages.
	 * @param version the version they saw
	 * @param languages the authority's own first
	 */
	@Transactional
	public void speak(Account admin, int version, List<Locale> languages) {
		save(admin, LANGUAGES, version, (before) -> before.speaking(languages));
	}

	private void save(Account admin, String section, int version, UnaryOperator<Authority> change) {
		String authorityId = begin(admin, section, version);
		this.authorities.save(change.apply(this.authorities.lock(authorityId)));
		note(authorityId, section);
	}

	/**
	 * Shows another logo.
	 * @param version the version they saw
	 * @param logo the logo, or null for none
	 */
	@Transactional
	public void show(Account admin, int version, @Nullable Logo logo) {
		String authorityId = begin(admin, LOGO, version);
		if (logo != null) {
			this.logos.set(authorityId, logo);
		}
		else {
			this.logos.remove(authorityId);
		}
		note(authorityId, LOGO);
	}

	/**
	 * Changes the authority's own texts.
	 * @param version the version they saw
	 * @param written the texts by kind and language, null where ours is to stand
	 */
	@Transactional
	public void write(Account admin, int version, Map<TextKind, Map<Locale, @Nullable String>> written) {
		String authorityId = begin(admin, TEXTS, version);
		written.forEach((kind, byLanguage) -> byLanguage
			.forEach((language, text) -> this.texts.set(authorityId, kind, language, text)));
		note(authorityId, TEXTS);
	}

	/**
	 * Changes a ladder of reminders.
	 * @param version the version they saw
	 * @param kind the kind of deadline
	 */
	@Transactional
	public void remind(Account admin, int version, DeadlineKind kind, Ladder ladder) {
		String authorityId = begin(admin, ladderSection(kind), version);
		this.ladders.set(authorityId, kind, ladder);
		this.journal.note(authorityId, caseId(authorityId), "journal.settings.ladder." + kind.name());
	}

	/**
	 * Closes a day.
	 * @param submissionId the id of the form
	 * @param day today or later, when the authority would work
	 * @throws AuthorityProblem if it has been, is far off, or is free already
	 */
	@Transactional
	public void close(Account admin, UUID submissionId, LocalDate day) {
		this.forms.take("closedDay:" + authorityOf(admin), FormSubmission.of(submissionId, day), CaseId::new,
				(before) -> {
					close(admin, day);
					return caseId(authorityOf(admin));
				});
	}

	private void close(Account admin, LocalDate day) {
		String authorityId = authorityOf(admin);
		WorkingCalendar calendar = this.calendars.of(authorityId);
		LocalDate today = this.clock.today(calendar.zone());
		if (day.isBefore(today)) {
			throw AuthorityProblem.dayHasBeen().at("day");
		}
		if (day.isAfter(today.plusYears(5))) {
			throw AuthorityProblem.dayTooFar().at("day");
		}
		if (this.closedDays.of(authorityId).contains(day)) {
			throw AuthorityProblem.closedAlready().at("day");
		}
		if (!calendar.isWorkingDay(day)) {
			throw AuthorityProblem.freeAlready().at("day");
		}
		if (!this.closedDays.close(authorityId, day)) {
			throw AuthorityProblem.closedAlready().at("day");
		}
		this.journal.note(authorityId, caseId(authorityId), "journal.settings.dayClosed", day.toString());
	}

	/** Lets a closed day be a working day again. */
	@Transactional
	public void open(Account admin, LocalDate day) {
		String authorityId = authorityOf(admin);
		if (this.closedDays.open(authorityId, day)) {
			this.journal.note(authorityId, caseId(authorityId), "journal.settings.dayOpened", day.toString());
		}
	}

	/**
	 * Adds a unit, or changes one.
	 * @param id the unit, or null for a new one
	 * @param version the version they saw
	 * @param email where it is reached
	 * @throws AuthorityProblem if there is none such, another one has the name, or
	 * somebody else has changed it meanwhile
	 */
	@Transactional
	public UnitId unit(Account admin, @Nullable UnitId id, int version, String name, EmailAddress email) {
		String authorityId = authorityOf(admin);
		this.authorities.lock(authorityId);
		this.units.findByAuthorityIdAndNameIgnoreCase(authorityId, name)
			.filter((other) -> !other.id().equals(id))
			.ifPresent((other) -> {
				throw AuthorityProblem.unitNameTaken().at("name");
			});
		if (id == null) {
			Unit added = this.units
				.save(new Unit(new UnitId(UUID.randomUUID()), null, authorityId, name, email.value()));
			this.journal.note(authorityId, caseId(authorityId), "journal.settings.unitAdded", name);
			return added.id();
		}
		Unit before = this.units.get(authorityId, id);
		if (before.version() == null || before.version() != version) {
			throw AuthorityProblem.savedMeanwhile();
		}
		this.units.save(new Unit(id, before.version(), authorityId, name, email.value()));
		this.journal.note(authorityId, caseId(authorityId), "journal.settings.unitChanged", name);
		return id;
	}

	/**
	 * Adds a unit with a form; the same form sent again with other words changes it,
	 * unless somebody else has changed it or taken it away since.
	 * @param submissionId the id of the form
	 * @param email where it is reached
	 * @throws AuthorityProblem if another unit has the name
	 */
	@Transactional
	public void addUnit(Account admin, UUID submissionId, String name, EmailAddress email) {
		FormSubmission sent = FormSubmission.of(submissionId, name, email);
		this.forms.take("unit:" + authorityOf(admin), sent, UnitId::new, this::unitVersion, (before) -> {
			before.ifPresent(Earlier::requireUntouched);
			Optional<Unit> earlier = before.map(Earlier::id).flatMap(this.units::findById);
			return unit(admin, earlier.map(Unit::id).orElse(null), earlier.map(Unit::version).orElse(0), name, email);
		});
	}

	private @Nullable Integer unitVersion(UnitId id) {
		return this.units.findById(id).map(Unit::version).orElse(null);
	}

	/** Takes a unit away. */
	@Transactional
	public void removeUnit(Account admin, UnitId id) {
		String authorityId = authorityOf(admin);
		Unit unit = this.units.get(authorityId, id);
		this.units.delete(unit);
		this.journal.note(authorityId, caseId(authorityId), "journal.settings.unitRemoved", unit.name());
	}

	/**
	 * The part in which a ladder is.
	 * @param kind the kind of deadline
	 * @return its name
	 */
	public static String ladderSection(DeadlineKind kind) {
		return "ladder." + kind.name();
	}

	/**
	 * What has been done with an authority's settings.
	 * @return the id of its case in the journal
	 */
	public static CaseId caseId(String authorityId) {
		return new CaseId(UUID.nameUUIDFromBytes(("settings:" + authorityId).getBytes(StandardCharsets.UTF_8)));
	}

	private String begin(Account admin, String section, int version) {
		String authorityId = authorityOf(admin);
		this.sections.advance(authorityId, section, version);
		return authorityId;
	}

	private void note(String authorityId, String section) {
		this.journal.note(authorityId, caseId(authorityId), "journal.settings." + section);
	}

}
