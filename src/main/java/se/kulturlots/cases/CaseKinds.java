package se.kulturlots.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Said;
import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.WorkingCalendars;

/** Asks of cases of any kind what their kinds know. */
@Component
public class CaseKinds {

	private final Map<String, CaseKind> kinds;

	private final Cases cases;

	private final WorkingCalendars calendars;

	private final AppClock clock;

	CaseKinds(List<CaseKind> kinds, Cases cases, WorkingCalendars calendars, AppClock clock) {
		this.kinds = kinds.stream().collect(Collectors.toMap(CaseKind::key, Function.identity()));
		this.cases = cases;
		this.calendars = calendars;
		this.clock = clock;
	}

	/**
	 * The kind of a case.
	 * @throws IllegalStateException if no module has this kind
	 */
	public CaseKind of(Case one) {
		CaseKind kind = this.kinds.get(one.kind());
		if (kind == null) {
			throw new IllegalStateException("No kind of case: " + one.kind());
		}
		return kind;
	}

	/** All kinds that modules have brought. */
	public Collection<CaseKind> all() {
		return this.kinds.values();
	}

	/** The address of a case's public page, without a language. */
	public String publicPath(Case one) {
		return of(one).publicPath(one);
	}

	/** The address of a case's page for staff. */
	public String staffPath(Case one) {
		return of(one).staffPath(one.id());
	}

	/** The address of the page that shows staff how a case came to where it stands. */
	public String progressPath(Case one) {
		return staffPath(one) + "/progress";
	}

	/**
	 * A case of an authority, as the addresses of its pages for staff name it.
	 * @param cases the last word of {@link CaseKind#listPath()}
	 * @throws CaseProblem if there is none such of that kind
	 */
	public Case get(String authorityId, String cases, CaseId id) {
		Case one = this.cases.get(authorityId, id);
		if (!of(one).listPath().equals("/staff/" + cases)) {
			throw CaseProblem.unknown();
		}
		return one;
	}

	/**
	 * Titles and addresses of some cases, in one statement.
	 * @return by id; ids of no case are left out
	 */
	public Map<CaseId, CaseLink> links(Collection<CaseId> ids) {
		return this.cases.findAllById(ids)
			.stream()
			.map(this::link)
			.collect(Collectors.toMap(CaseLink::id, Function.identity()));
	}

	/** How a case is named and reached. */
	public CaseLink link(Case one) {
		return new CaseLink(one.id(), of(one).messageKey(), one.title(), staffPath(one), publicPath(one), one.titles());
	}

	/**
	 * How a case is named and reached.
	 * @throws CaseProblem if there is none such
	 */
	public CaseLink link(CaseId id) {
		return link(this.cases.get(id));
	}

	/**
	 * A case that the public may see, by the address of its page without a language.
	 * @throws CaseProblem if there is none such
	 */
	public CaseLink published(String authorityId, String path) {
		return this.cases.findByAuthorityIdAndSlug(authorityId, path.substring(path.lastIndexOf('/') + 1))
			.stream()
			.filter((one) -> publicPath(one).equals(path) && of(one).isPublic(one))
			.findFirst()
			.map(this::link)
			.orElseThrow(CaseProblem::unknown);
	}

	/**
	 * How some cases of an authority stand.
	 * @return in the order of the cases
	 */
	public List<CaseStanding> standings(String authorityId, List<Case> cases) {
		WorkingCalendar calendar = this.calendars.of(authorityId);
		LocalDate today = this.clock.today(calendar.zone());
		Map<CaseId, CaseStanding> standings = new HashMap<>();
		cases.stream()
			.collect(Collectors.groupingBy(this::of))
			.forEach((kind, some) -> kind.standings(some, calendar, today)
				.forEach((each) -> standings.put(each.subject().id(), each)));
		return cases.stream().map((each) -> standings.get(each.id())).toList();
	}

	/**
	 * A case as others name and reach it.
	 *
	 * @param kindKey the key of the name of its kind
	 * @param path the address of its page for staff
	 * @param publicPath the address of its public page, without a language
	 * @param titles what its title is in other languages
	 */
	public record CaseLink(CaseId id, String kindKey, String title, String path, String publicPath, Words titles) {

		/**
		 * Its title as a reader meets it.
		 * @param ownLang what the page says the authority's language is, null if it is
		 * the page's
		 */
		public Said titleIn(Locale reader, @Nullable String ownLang) {
			return this.titles.say(Words.Part.TITLE, 0, reader, this.title, ownLang);
		}

		/** The address of the page of its mails. */
		public String mailPath() {
			return this.path + "/mail";
		}

	}

}
