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
 * @param most how many from everywhere; fewer than the server has threads
 */
@ConfigurationProperties("kulturlots.bodies")
record BodyRules(@DefaultValue("10s") Duration patience, @DefaultValue("8KB") DataSize eachSecond,
		@DefaultValue("40") int perNetwork, @DefaultValue("100") int most) {

	/** Whether what has arrived is too little for the time that has passed. */
	boolean isTooSlow(long bytes, Duration passed) {
		return passed.compareTo(this.patience.plusMillis(1000 * bytes / this.eachSecond.toBytes())) > 0;
	}

}
