package se.kulturlots.core.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.HttpStatus;

/**
 * How many bodies we wait for at a time. Each has a thread waiting: one network never has
 * all of them, and pages are always answered.
 */
final class BodiesUnderWay {

	private final int perNetwork;

	private final int most;

	private final Map<String, Integer> networks = new HashMap<>();

	private int all;

	BodiesUnderWay(int perNetwork, int most) {
		this.perNetwork = perNetwork;
		this.most = most;
	}

	/**
	 * Begins to wait for one, until {@link #leave}.
	 * @param network whose it is
	 * @return why not, if there is no room
	 */
	synchronized Optional<HttpStatus> enter(String network) {
		if (this.networks.getOrDefault(network, 0) >= this.perNetwork) {
			return Optional.of(HttpStatus.TOO_MANY_REQUESTS);
		}
		if (this.all >= this.most) {
			return Optional.of(HttpStatus.SERVICE_UNAVAILABLE);
		}
		this.networks.merge(network, 1, Integer::sum);
		this.all++;
		return Optional.empty();
	}

	synchronized void leave(String network) {
		this.networks.computeIfPresent(network, (key, count) -> (count > 1) ? count - 1 : null);
		this.all--;
	}

}
