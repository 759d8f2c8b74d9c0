package se.kulturlots.consultation.web;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import se.kulturlots.cases.Words.Part;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Said;
import se.kulturlots.core.web.AuthorityInfo;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.Teasers;

/** Shows consultations on the front pages. */
@Component
class ConsultationTeasers implements Teasers {

	private static final int LONGEST_SUMMARY = 200;

	private final PublicCases cases;

	private final AppClock clock;

	ConsultationTeasers(PublicCases cases, AppClock clock) {
		this.cases = cases;
		this.clock = clock;
	}

	@Override
	public List<Teaser> of(List<AuthorityInfo> authorities, Page page) {
		Map<String, AuthorityInfo> byId = authorities.stream()
			.collect(Collectors.toMap(AuthorityInfo::id, Function.identity()));
		return this.cases.of(Set.copyOf(byId.keySet()))
			.stream()
			.sorted(Comparator.comparing((Standing each) -> each.consultation().publishedAt()).reversed())
			.map((each) -> teaser(each, Objects.requireNonNull(byId.get(each.consultation().authorityId())), page))
			.toList();
	}

	private Teaser teaser(Standing standing, AuthorityInfo authority, Page page) {
		ZoneId zone = authority.zone();
		String own = authority.languages().get(0).getLanguage();
		String ownLang = own.equals(page.locale().getLanguage()) ? null : own;
		Consultation consultation = standing.consultation();
		NextStep next = standing.next(page, this.clock.instant(), zone);
		Said title = consultation.titleIn(page.locale(), ownLang);
		Said subject = consultation.words().say(Part.SUBJECT, 0, page.locale(), consultation.subject(), ownLang);
		return new Teaser(consultation.authorityId(), next.thing().state(), title, consultation.path(),
				new Said(summary(subject.text()), subject.lang()), next.label(), next.text(),
				next.until(this.clock.today(zone), page), next.actions().isEmpty() ? null : next.actions().get(0),
				consultation.picture());
	}

	static String summary(String subject) {
		if (subject.length() <= LONGEST_SUMMARY) {
			return subject;
		}
		int end = subject.lastIndexOf(' ', LONGEST_SUMMARY);
		return subject.substring(0, (end > 0) ? end : LONGEST_SUMMARY) + " …";
	}

}
