package se.kulturlots.consultation.web;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Outcome;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.web.AuthorityInfo;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.Teasers;

/** Shows consultations on the front pages. */
@Component
class ConsultationTeasers implements Teasers {

	private static final int LONGEST_SUMMARY = 200;

	private final Consultations consultations;

	private final Standings standings;

	private final AppClock clock;

	ConsultationTeasers(Consultations consultations, Standings standings, AppClock clock) {
		this.consultations = consultations;
		this.standings = standings;
		this.clock = clock;
	}

	@Override
	public List<Teaser> of(List<AuthorityInfo> authorities, Page page) {
		Map<String, ZoneId> zones = authorities.stream()
			.collect(Collectors.toMap(AuthorityInfo::id, AuthorityInfo::zone));
		if (zones.isEmpty()) {
			return List.of();
		}
		List<Consultation> published = this.consultations.findByAuthorityIdInAndPublishedAtIsNotNull(zones.keySet());
		Map<UUID, Standing> standing = this.standings.of(published, (each) -> zones.get(each.authorityId()), page);
		return published.stream()
			.sorted(Comparator.comparing(Consultation::publishedAt).reversed())
			.map((each) -> teaser(each, standing.get(each.id()), zones.get(each.authorityId()), page))
			.toList();
	}

	private Teaser teaser(Consultation consultation, Standing standing, ZoneId zone, Page page) {
		NextStep next = standing.next();
		boolean ended = consultation.endedAt() != null;
		return new Teaser(consultation.authorityId(), state(consultation, standing), consultation.title(),
				consultation.path(), summary(consultation.subject()),
				page.t(ended ? consultation.status().messageKey() : consultation.phase().messageKey()), next.text(),
				next.left(this.clock.today(zone), page), next.actions().isEmpty() ? null : next.actions().get(0));
	}

	private static State state(Consultation consultation, Standing standing) {
		if (consultation.endedAt() != null || standing.outcomes().contains(Outcome.PLAN)) {
			return State.DECIDED;
		}
		return (consultation.phase() == Phase.INVENTORY) ? State.COMING : State.OPEN;
	}

	static String summary(String subject) {
		if (subject.length() <= LONGEST_SUMMARY) {
			return subject;
		}
		int end = subject.lastIndexOf(' ', LONGEST_SUMMARY);
		return subject.substring(0, (end > 0) ? end : LONGEST_SUMMARY) + " …";
	}

}
