package se.kulturlots.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.core.Afterwards;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.meeting.Meetings;
import se.kulturlots.meeting.ParticipantKind;
import se.kulturlots.meeting.RegistrationDetails;
import se.kulturlots.meeting.RegistrationService;
import se.kulturlots.meeting.TopicKind;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.workflow.OpenTasks;
import se.kulturlots.workflow.TaskLine;
import se.kulturlots.workflow.TaskLines;
import se.kulturlots.workflow.TaskReminders;

import static org.assertj.core.api.Assertions.assertThat;

/** Reminders say what a task is about in the words of its card and of the lists. */
@KulturlotsTest
class TaskMailsTest {

	@Autowired
	SampleCycles cycles;

	@Autowired
	Meetings meetings;

	@Autowired
	RegistrationService registrations;

	@Autowired
	Afterwards afterwards;

	@Autowired
	OpenTasks open;

	@Autowired
	TaskLines lines;

	@Autowired
	TaskReminders reminders;

	@Autowired
	TaskService tasks;

	@Autowired
	RepositoryService repository;

	@Autowired
	AppClock clock;

	@Autowired
	JdbcClient jdbc;

	SampleCycle cycle;

	final Set<String> seen = new TreeSet<>();

	final List<String> abouts = new ArrayList<>();

	@Test
	void everyTasksMailNamesWhatItIsAbout() {
		// when the day begins, the hour before it waits for it
		this.clock.jumpTo(Instant.parse("2027-02-03T10:00:00Z"));
		this.cycle = this.cycles.start("Kulturplan för Sala", "Hembygdsföreningen", "Ungdomsgården");
		this.jdbc.sql("update organisation set priority_group = 'YOUTH' where authority_id = :authority")
			.param("authority", this.cycle.authority().id())
			.update();
		this.cycle.story()
			.answering("collectOrganisations", Map.of("proceedWithGaps", false))
			.before("writeInvitation", this::raiseTopic)
			.watchedBy((task, answers) -> look(task))
			.toTheEnd();
		assertThat(this.seen).containsExactlyInAnyOrderElementsOf(allTasks());
		assertThat(this.abouts).contains("Synpunkter på frågorna", "Remiss av förslaget", "Möte 1, ska planeras")
			.anySatisfy((about) -> assertThat(about).startsWith("Ida Ek · Dialogmöte, "))
			.anySatisfy((about) -> assertThat(about).startsWith("Dialogmöte, "));
	}

	private void look(Task task) {
		TaskLine line = line(task);
		boolean known = !this.seen.add(task.getTaskDefinitionKey());
		if (known && (line.about() == null || this.abouts.contains(line.about()))) {
			return;
		}
		remind(task);
		Map<String, Object> mail = this.jdbc.sql("""
				select subject, text_body from mail where kind = 'task-reminder' and text_body like :address limit 1""")
			.param("address", "%/staff/tasks/" + task.getId() + "%")
			.query()
			.singleRow();
		String subject = mail.get("subject").toString();
		String text = mail.get("text_body").toString();
		assertThat(text).contains("Kulturplan för Sala");
		if (subject.matches("Påminnelse: \\d+ uppgifter.*")) {
			assertThat(text)
				.contains(task.getName() + " – " + ((line.about() != null) ? line.about() + " – " : "") + line.title());
		}
		else {
			String thing = (line.about() != null) ? line.about().replaceFirst("^Ida Ek · ", "") : line.title();
			assertThat(subject).isEqualTo("Påminnelse: " + task.getName() + " – " + thing);
			assertThat(text).contains((line.about() != null) ? "Gäller: " + line.about() : line.title());
		}
		if (line.about() != null) {
			this.abouts.add(line.about());
		}
	}

	private void raiseTopic() {
		this.registrations.register(this.meetings.of(this.cycle.id()).get(0).id(), UUID.randomUUID(),
				new EmailAddress("ida@forening.example"), Locale.forLanguageTag("sv"), new RegistrationDetails("Ida Ek",
						null, null, ParticipantKind.CITIZEN, null, TopicKind.IDEA, "En scen i varje kommun.", null));
		this.afterwards.run();
	}

	private TaskLine line(Task task) {
		String authority = this.cycle.authority().id();
		return this.lines.of(authority, List.of(this.open.find(authority, task.getId()).orElseThrow())).get(0);
	}

	/** Rungs of before the task was there are not made up for. */
	private void remind(Task task) {
		this.jdbc.sql("update act_ru_task set create_time_ = create_time_ - interval '30 days' where id_ = :id")
			.param("id", task.getId())
			.update();
		Task now = this.tasks.createTaskQuery().taskId(task.getId()).singleResult();
		Date due = now.getDueDate();
		now.setDueDate(Date.from(this.clock.instant().plus(Duration.ofHours(1))));
		this.tasks.saveTask(now);
		for (String told : List.of("task_reminded", "mail")) {
			this.jdbc.sql("delete from " + told + " where authority_id = :authority")
				.param("authority", this.cycle.authority().id())
				.update();
		}
		this.reminders.remind();
		now = this.tasks.createTaskQuery().taskId(task.getId()).singleResult();
		now.setDueDate(due);
		this.tasks.saveTask(now);
	}

	private Set<String> allTasks() {
		Set<String> keys = new TreeSet<>();
		this.repository.createProcessDefinitionQuery()
			.latestVersion()
			.list()
			.stream()
			.filter((definition) -> !definition.getKey().startsWith("sample"))
			.forEach((definition) -> this.repository.getBpmnModelInstance(definition.getId())
				.getModelElementsByType(UserTask.class)
				.forEach((task) -> keys.add(task.getId())));
		return keys;
	}

}
