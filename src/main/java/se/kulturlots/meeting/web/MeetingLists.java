package se.kulturlots.meeting.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.kulturlots.core.web.Choice;
import se.kulturlots.meeting.Registration;
import se.kulturlots.meeting.Registration.Status;

/**
 * Who has registered for a meeting, and how many of which sort.
 *
 * @param seated those with a seat
 * @param waiting those who wait for one
 * @param byKind how many with a seat take part as what
 * @param byMunicipality how many with a seat come from where
 * @param municipalities the names of municipalities
 */
public record MeetingLists(List<Registration> seated, List<Registration> waiting, Map<String, Long> byKind,
		Map<String, Long> byMunicipality, Map<String, String> municipalities) {

	static MeetingLists of(List<Registration> active, RegistrationChoices choices) {
		Map<String, String> names = choices.municipalities()
			.stream()
			.collect(Collectors.toMap(Choice::value, Choice::label));
		Map<String, String> kinds = choices.kinds().stream().collect(Collectors.toMap(Choice::value, Choice::label));
		List<Registration> seated = with(active, Status.REGISTERED);
		return new MeetingLists(seated, with(active, Status.WAITING),
				count(seated, (one) -> kinds.get(one.details().kind().name())),
				count(seated, (one) -> municipality(one, names)), names);
	}

	private static List<Registration> with(List<Registration> active, Status status) {
		return active.stream().filter((registration) -> registration.status() == status).toList();
	}

	private static Map<String, Long> count(List<Registration> seated, Function<Registration, String> by) {
		return seated.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
	}

	private static String municipality(Registration one, Map<String, String> names) {
		String code = Objects.requireNonNullElse(one.details().municipalityCode(), RegistrationForm.ELSEWHERE);
		return names.getOrDefault(code, code);
	}

	public String municipality(Registration one) {
		return municipality(one, this.municipalities);
	}

	/**
	 * Everybody who wants to raise something.
	 * @return with and without a seat
	 */
	public List<Registration> topics() {
		return Stream.concat(this.seated.stream(), this.waiting.stream()).filter((one) -> one.topic() != null).toList();
	}

	/**
	 * What people with a seat cannot eat, without their names.
	 * @return how many said what
	 */
	public Map<String, Long> food() {
		return this.seated.stream()
			.map((one) -> one.details().food())
			.filter(Objects::nonNull)
			.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
	}

	/**
	 * Everybody with a seat, to tick off.
	 * @return names and organisations
	 */
	public List<Choice> toTick() {
		return this.seated.stream()
			.map((one) -> new Choice(one.id().toString(), one.name(), one.organisation()))
			.toList();
	}

	List<String> attended() {
		return this.seated.stream().filter(Registration::hasAttended).map((one) -> one.id().toString()).toList();
	}

}
