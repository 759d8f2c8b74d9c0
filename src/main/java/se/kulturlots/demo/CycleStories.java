package se.kulturlots.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.Yaml;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import se.kulturlots.core.WorkingCalendar;
import se.kulturlots.deadline.WorkingCalendars;

/** The consultations of the demo, each in a file under {@code demo/stories}. */
@Component
@Profile("demo")
class CycleStories implements SampleStory {

	private static final List<String> FILES = List.of("kulturplan", "biblioteksplan", "barn-och-unga", "kulturarv",
			"offentlig-konst", "film", "sunnanvik");

	/** Read when the demo is prepared: the first page does not wait for them. */
	private final Supplier<List<CycleStory>> stories = SingletonSupplier.of(CycleStories::all);

	private final StoryStaff staff;

	private final StoryPublic people;

	private final WorkingCalendars calendars;

	CycleStories(StoryStaff staff, StoryPublic people, WorkingCalendars calendars) {
		this.staff = staff;
		this.people = people;
		this.calendars = calendars;
	}

	static List<CycleStory> all() {
		return FILES.stream().map(CycleStories::read).toList();
	}

	private static CycleStory read(String name) {
		try (InputStream file = new ClassPathResource("demo/stories/" + name + ".yaml").getInputStream()) {
			Map<String, Object> story = new Yaml().load(file);
			return new ObjectMapper().convertValue(story, CycleStory.class);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	@Override
	public int begins() {
		return this.stories.get().stream().mapToInt(CycleStory::begins).max().orElse(0);
	}

	@Override
	public void morning(LocalDate day, LocalDate today) {
		for (CycleStory story : this.stories.get()) {
			StoryDays days = days(story, today);
			if (!day.isBefore(days.of(0))) {
				this.staff.begin(story, days);
				this.staff.find(story, days)
					.filter((consultation) -> consultation.endedAt() == null)
					.ifPresent((consultation) -> this.staff.work(story, days, consultation, day));
			}
		}
	}

	@Override
	public void evening(LocalDate day, LocalDate today) {
		for (CycleStory story : this.stories.get()) {
			StoryDays days = days(story, today);
			this.staff.find(story, days).ifPresent((consultation) -> this.people.act(story, days, consultation, day));
		}
	}

	private StoryDays days(CycleStory story, LocalDate today) {
		WorkingCalendar calendar = this.calendars.of(DemoAccounts.REGION);
		return new StoryDays(calendar, calendar.minus(today, story.begins()));
	}

}
