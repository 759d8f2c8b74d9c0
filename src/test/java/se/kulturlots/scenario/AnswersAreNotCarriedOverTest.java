package se.kulturlots.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import se.kulturlots.scenario.CyclePlayer.Story;
import se.kulturlots.scenario.SampleCycles.SampleCycle;
import se.kulturlots.testing.KulturlotsTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plays every way back there is in a cycle, and looks at what each form opens with the
 * second time.
 */
@KulturlotsTest
class AnswersAreNotCarriedOverTest {

	@Autowired
	SampleCycles cycles;

	@Autowired
	CyclePlayer player;

	@Autowired
	FormService forms;

	@Autowired
	ObjectMapper json;

	/** What each form opened with, each time, by the task. */
	final Map<String, List<Map<String, Object>>> opened = new HashMap<>();

	@Test
	void whoeverDecidesAgainBeginsAnewAndSeesWhatWasToBeChanged() {
		SampleCycle cycle = this.cycles.start();
		Story story = cycle.story();
		story.before("recordFullCouncilDecision", () -> {
			if (!this.opened.containsKey("recordFullCouncilDecision")) {
				story.answering("recordFullCouncilDecision", recorded("Samordna med budgeten."));
			}
		})
			.answering("collectOrganisations", Map.of("proceedWithGaps", false))
			.answering("approveInvitation", sentBack("Skriv att resan ersätts."))
			.answering("approveSummary", sentBack("Dela upp den per tema."))
			.answering("reviewDraft", sentBack("Skriv mer om unga."))
			.answering("signOff", sentBack("Nämn samrådet."))
			.answering("recordCommitteeDecision", recorded("Räkna på kostnaden."))
			.watchedBy((task, good) -> look(task))
			.toTheEnd();
		assertThat(this.opened.get("collectOrganisations")).hasSize(2);
		assertThat(again("writeInvitation")).containsEntry("comment", "Skriv att resan ersätts.");
		assertThat(again("approveInvitation")).containsEntry("earlierComment", "Skriv att resan ersätts.");
		assertThat(again("summariseInput")).containsEntry("comment", "Dela upp den per tema.");
		assertThat(again("approveSummary")).containsEntry("earlierComment", "Dela upp den per tema.");
		assertThat(again("writeDraft")).containsEntry("earlierComment", "Skriv mer om unga.");
		assertThat(again("reviewDraft")).containsEntry("earlierComment", "Skriv mer om unga.");
		assertThat(again("prepareDecision")).containsEntry("earlierComment", "Nämn samrådet.");
		assertThat(again("signOff")).containsEntry("earlierComment", "Nämn samrådet.");
		assertThat(this.opened.get("writeDraft")).extracting((facts) -> facts.get("earlierComment"))
			.contains("Räkna på kostnaden.", "Samordna med budgeten.");
		assertThat(this.opened.get("recordCommitteeDecision")).hasSize(3);
		assertThat(this.opened.get("recordFullCouncilDecision")).hasSize(2);
	}

	private Map<String, Object> again(String task) {
		return this.opened.get(task).get(1);
	}

	private void look(Task task) {
		Map<String, Object> shown = new HashMap<>(this.forms.getTaskFormVariables(task.getId()));
		shown.values().removeIf((value) -> value == null);
		this.opened.computeIfAbsent(task.getTaskDefinitionKey(), (key) -> new ArrayList<>()).add(shown);
		JsonNode form = read(task);
		for (JsonNode field : form.findParents("key")) {
			boolean decides = field.has("properties")
					|| field.path("key").asText().equals("comment") && !field.path("readonly").asBoolean();
			if (decides) {
				assertThat(shown).as(task.getTaskDefinitionKey()).doesNotContainKey(field.path("key").asText());
				assertThat(field.has("defaultValue")).as(task.getTaskDefinitionKey()).isFalse();
			}
		}
		assertThat(shown).as(task.getTaskDefinitionKey()).doesNotContainKeys("responsibleOfficer", "caseId");
	}

	private JsonNode read(Task task) {
		try (var form = this.forms.getDeployedTaskForm(task.getId())) {
			return this.json.readTree(form);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static Map<String, Object> sentBack(String comment) {
		return Map.of("decision", "sentBack", "comment", comment);
	}

	/** What a political body sent back. */
	private Map<String, Object> recorded(String comment) {
		return Map.of("decision", "sentBack", "decidedOn", this.player.today().toString(), "paragraph", "§ 12",
				"reference", "KUL 2027/12", "comment", comment);
	}

}
