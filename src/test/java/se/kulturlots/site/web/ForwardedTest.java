package se.kulturlots.site.web;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.Nginx;
import se.kulturlots.testing.SampleAuthorities;
import se.kulturlots.testing.Wire;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whom the limits count, whatever is said of it: with no proxy, one and two of those that
 * application-test.yaml names.
 */
@KulturlotsTest
class ForwardedTest {

	private static final String STRANGER = "127.0.0.2";

	private static final String PROXY = Nginx.ADDRESS;

	private static final String OTHER_PROXY = "127.0.0.8";

	private static final List<String> FORGED = Stream
		.of("10.1.2.3", "172.16.3.4", "192.168.5.6", "100.64.7.8", "169.254.1.1", "127.0.0.1", "::1", "fd00::1", PROXY,
				"203.0.113.77")
		.flatMap((address) -> Stream.of("X-Forwarded-For: " + address, "X-Forwarded-For: 203.0.113.5, " + address,
				"X-Forwarded-For: 203.0.113.5\r\nX-Forwarded-For: " + address, "X-Real-IP: " + address,
				"Forwarded: for=\"" + address + "\";proto=https"))
		.toList();

	@LocalServerPort
	int port;

	@Autowired
	RateLimit rateLimit;

	@Autowired
	SampleAuthorities authorities;

	RateLimitProperties usual;

	String form;

	@BeforeEach
	void low() {
		this.usual = this.rateLimit.limits();
		this.rateLimit.apply(new RateLimitProperties(1, 1000, 12, Duration.ofMinutes(10)));
		this.form = "/" + this.authorities.region().id() + "/opinion";
	}

	@AfterEach
	void usual() {
		this.rateLimit.apply(this.usual);
	}

	@Test
	void whoComesDirectlyIsWhoTheyAreWhateverTheySay() throws Exception {
		assertThat(send(STRANGER, "")).isNotEqualTo(429);
		for (String forged : FORGED) {
			assertThat(send(STRANGER, forged)).as(forged).isEqualTo(429);
		}
		assertThat(send("127.0.0.3", "")).isNotEqualTo(429);
	}

	@Test
	void ofWhatCameThroughAProxyTheVisitorCounts() throws Exception {
		assertThat(send(PROXY, "X-Forwarded-For: 203.0.113.1")).isNotEqualTo(429);
		for (String forged : FORGED) {
			assertThat(send(PROXY, forged + "\r\nX-Forwarded-For: 203.0.113.1")).as(forged).isEqualTo(429);
		}
		assertThat(send(PROXY, "X-Forwarded-For: 203.0.113.2")).isNotEqualTo(429);
	}

	@Test
	void ofWhatCameThroughTwoProxiesTheVisitorCounts() throws Exception {
		assertThat(send(PROXY, "X-Forwarded-For: 203.0.113.1, " + OTHER_PROXY)).isNotEqualTo(429);
		for (String forged : List.of("10.1.2.3", "192.168.5.6", "100.64.7.8", PROXY)) {
			assertThat(send(OTHER_PROXY, "X-Forwarded-For: " + forged + ", 203.0.113.1, " + PROXY)).as(forged)
				.isEqualTo(429);
		}
		assertThat(send(PROXY, "X-Forwarded-For: 203.0.113.2, " + OTHER_PROXY)).isNotEqualTo(429);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.1.2.3", "192.168.5.6", "100.64.7.8" })
	void aVisitorOfAPrivateNetworkIsWhoTheyAre(String visitor) throws Exception {
		assertThat(send(PROXY, "X-Forwarded-For: 203.0.113.1, " + visitor)).isNotEqualTo(429);
		assertThat(send(PROXY, "X-Forwarded-For: 203.0.113.2, " + visitor)).isEqualTo(429);
	}

	@Test
	void aVisitorWithIpv6Counts() throws Exception {
		assertThat(send("::1", "")).isNotEqualTo(429);
		assertThat(send("::1", "X-Forwarded-For: 203.0.113.5, fd00::1")).isEqualTo(429);
		assertThat(send(PROXY, "X-Forwarded-For: 2001:db8:1:2::1")).isNotEqualTo(429);
		assertThat(send(PROXY, "X-Forwarded-For: ::1, 2001:DB8:1:2:0::1")).isEqualTo(429);
	}

	private int send(String from, String headers) throws Exception {
		return Wire
			.ask(from, this.port,
					"POST " + this.form + " HTTP/1.1\r\nHost: localhost\r\n"
							+ "Content-Type: application/x-www-form-urlencoded\r\n" + headers,
					"helped=true&path=/none")
			.status();
	}

}
