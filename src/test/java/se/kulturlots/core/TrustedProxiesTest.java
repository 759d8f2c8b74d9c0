package se.kulturlots.core;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TrustedProxiesTest {

	private static final TrustedProxies PROXIES = TrustedProxies
		.parse("192.0.2.10, 192.0.2.16/28,2001:db8:1::/48, 2001:db8:2::5");

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.1.1", "127.0.0.1", "::1",
			"fd00::1", "fe80::1" })
	void aPrivateAddressIsNoProxyForBeingOne(String address) {
		String peer = address.contains(":") ? "2001:db8:9::9" : "198.51.100.7";
		assertThat(PROXIES.client(peer, List.of("203.0.113.1, " + address))).isEqualTo(peer);
		assertThat(TrustedProxies.parse("").client(address, List.of("203.0.113.1"))).isEqualTo(address);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			192.0.2.10    |                                           | 192.0.2.10
			192.0.2.10    | 203.0.113.1                               | 203.0.113.1
			192.0.2.10    | 10.0.0.1                                  | 10.0.0.1
			192.0.2.10    | 203.0.113.1, 10.0.0.1                     | 10.0.0.1
			192.0.2.10    | 203.0.113.1, 192.168.0.9                  | 192.168.0.9
			192.0.2.10    | 203.0.113.1, 100.64.3.3                   | 100.64.3.3
			192.0.2.10    | 203.0.113.1, 198.51.100.7, 192.0.2.17     | 198.51.100.7
			192.0.2.31    | 198.51.100.7,192.0.2.10 , 192.0.2.16      | 198.51.100.7
			192.0.2.32    | 198.51.100.7                              | 192.0.2.32
			192.0.2.10    | 192.0.2.17, 192.0.2.18                    | 192.0.2.17
			192.0.2.10    | 203.0.113.1, unknown, 192.0.2.17          | 192.0.2.17
			192.0.2.10    | 203.0.113.1, localhost                    | 192.0.2.10
			192.0.2.10    | 203.0.113.1, 1                            | 192.0.2.10
			192.0.2.10    | 203.0.113.1,                              | 203.0.113.1
			2001:db8:1::7 | 2001:DB8:9:0:0::1                         | 2001:db8:9:0:0:0:0:1
			2001:db8:1::7 | 203.0.113.1, 2001:db8:9::1, 2001:db8:2::5 | 2001:db8:9:0:0:0:0:1
			2001:db8:2::6 | 203.0.113.1                               | 2001:db8:2::6
			192.0.2.10    | ::ffff:203.0.113.1                        | 203.0.113.1
			""")
	void theNearestAddressThatIsNoProxysCounts(String peer, String forwardedFor, String client) {
		List<String> values = (forwardedFor != null) ? List.of(forwardedFor) : List.of();
		assertThat(PROXIES.client(peer, values)).isEqualTo(client);
	}

	@Test
	void severalHeadersAreOneListInTheirOrder() {
		assertThat(PROXIES.client("192.0.2.10", List.of("203.0.113.1", "198.51.100.7", "192.0.2.17")))
			.isEqualTo("198.51.100.7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "proxy", "proxy.region.example", "192.0.2", "192.0.2.256", "192.0.2.1/33", "192.0.2.1/0",
			"192.0.2.1/", "192.0.2.1/x", "192.0.2.1/24/24", "192.0.2.1 192.0.2.2", "2001:db8::/129", "::/0",
			"2001:db8:::1", "10\\.\\d+", "*", "https://192.0.2.1", "192.0.2.1:80", "/24" })
	void whatIsNeitherAnAddressNorARangeIsRefused(String setting) {
		assertThatIllegalArgumentException().isThrownBy(() -> TrustedProxies.parse("192.0.2.10," + setting));
	}

}
