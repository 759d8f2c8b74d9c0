package se.kulturlots.testing;

import java.time.Duration;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

import se.kulturlots.core.AppClock;

/** Sets the clock back after a test that moved it. */
class ResetClock implements AfterEachCallback {

	@Override
	public void afterEach(ExtensionContext context) {
		SpringExtension.getApplicationContext(context).getBean(AppClock.class).setOffset(Duration.ZERO);
	}

}
