package se.kulturlots.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

import se.kulturlots.scenario.CyclePlayer;
import se.kulturlots.scenario.SampleCycles;

/**
 * A test of the whole application on real PostgreSQL, engine and SMTP. All such tests
 * share one context and one database, so each makes its own authority and never counts on
 * an empty table. The job executor is off: jobs are executed by id.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({ TestEnvironment.class, SampleAuthorities.class, SampleAccounts.class, SampleSteps.class,
		SampleFormController.class, SampleErrorController.class, SampleIdentityProvider.class, Cases.class,
		EarlierDiagrams.class, CyclePlayer.class, SampleCycles.class })
@ExtendWith(ResetClock.class)
public @interface KulturlotsTest {

}
