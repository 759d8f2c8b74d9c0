package se.kulturlots.consultation.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CoverageSufficientTest {

	private final DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	@ParameterizedTest
	@CsvSource({ "1, 1, 1", "0.75, 0.75, 1", "0.8, 0.9, 1" })
	void threeMunicipalitiesAndSectorsOfFourAndEveryPriorityGroupAreEnough(double municipalities, double sectors,
			double priorityGroups) {
		assertThat(sufficient(municipalities, sectors, priorityGroups)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "0.74, 1, 1", "0, 1, 1" })
	void tooFewMunicipalitiesAreNotEnough(double municipalities, double sectors, double priorityGroups) {
		assertThat(sufficient(municipalities, sectors, priorityGroups)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "1, 0.74, 1", "0.75, 0, 1" })
	void tooFewSectorsAreNotEnough(double municipalities, double sectors, double priorityGroups) {
		assertThat(sufficient(municipalities, sectors, priorityGroups)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "1, 1, 0.99", "0.75, 0.75, 0" })
	void aMissingPriorityGroupIsNotEnough(double municipalities, double sectors, double priorityGroups) {
		assertThat(sufficient(municipalities, sectors, priorityGroups)).isFalse();
	}

	@Test
	void nobodyInvitedIsNotEnough() {
		assertThat(sufficient(0, 0, 0)).isFalse();
	}

	private boolean sufficient(double municipalities, double sectors, double priorityGroups) {
		Map<String, Object> coverage = Map.of("municipalityShare", municipalities, "sectorShare", sectors,
				"priorityShare", priorityGroups);
		return this.engine.evaluateDecisionTable(decision(), Map.of("coverage", coverage)).getSingleEntry();
	}

	private DmnDecision decision() {
		try (InputStream in = Files.newInputStream(Path.of("processes/consultation/coverageSufficient.dmn"))) {
			return this.engine.parseDecision("coverageSufficient", in);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
