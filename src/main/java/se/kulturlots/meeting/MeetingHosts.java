package se.kulturlots.meeting;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import se.kulturlots.cases.Cases;
import se.kulturlots.core.CaseId;

/** Finds what the kind of a case gives its meetings. */
@Component
public class MeetingHosts {

	private static final MeetingHost NONE = () -> "";

	private final Map<String, MeetingHost> hosts;

	private final Cases cases;

	MeetingHosts(List<MeetingHost> hosts, Cases cases) {
		this.hosts = hosts.stream().collect(Collectors.toMap(MeetingHost::kind, Function.identity()));
		this.cases = cases;
	}

	/** Of the kind of a case; one that gives nothing if the kind has none. */
	public MeetingHost of(CaseId caseId) {
		return this.hosts.getOrDefault(this.cases.get(caseId).kind(), NONE);
	}

}
