package se.kulturlots.core.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How quickly bodies have to arrive, and how many may be on their way at a time.
 *
 * @param patience how long one may take whatever its size
 * @param eachSecond how much more has to arrive with each second after that
 * @param perNetwork how many from one client network
 */
@ConfigurationProperties("kulturlots.bodies")
record BodyRules(@DefaultValue("10s") Duration patience, @DefaultValue("8KB") DataSize eachSecond,
		@DefaultValue("40") int perNetwork) {

	/** Whether what has arrived is too little for the time it was waited for. */
	boolean isTooSlow(long bytes, Duration waited) {
		return waited.compareTo(this.patience.plusMillis(1000 * bytes / this.eachSecond.toBytes())) > 0;
	}

}
