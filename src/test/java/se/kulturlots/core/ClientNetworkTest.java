package se.kulturlots.core;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientNetworkTest {

	@ParameterizedTest
	@CsvSource({ "192.0.2.1,192.0.2.1", "::ffff:192.0.2.1,192.0.2.1", "[::FFFF:c000:201],192.0.2.1",
			"0:0:0:0:0:ffff:192.0.2.1,192.0.2.1", "2001:db8:1:200::1,2001:0DB8:1:2ff:ffff::9%eth0",
			"[2001:db8:1:200::1],2001:DB8:1:201::", "fe80::1%1,fe80::2%2", "nonsense:80,nonsense:80" })
	void theSameNetworkIsOneHoweverItsAddressesAreWritten(String one, String other) {
		assertThat(ClientNetwork.around(one)).isEqualTo(ClientNetwork.around(other));
	}

	@ParameterizedTest
	@CsvSource({ "192.0.2.1,192.0.2.2,1,false", "2001:db8:1:200::1,2001:db8:1:300::1,2,true",
			"2001:db8:1:200::1,2001:db8:2:200::1,2,false", "::1,127.0.0.1,2,false" })
	void othersAreNot(String one, String other, int networks, boolean together) {
		assertThat(ClientNetwork.of(one)).isNotEqualTo(ClientNetwork.of(other));
		assertThat(ClientNetwork.around(one)).hasSize(networks);
		assertThat(ClientNetwork.around(one).get(networks - 1).equals(lastOf(other))).isEqualTo(together);
	}

	private static String lastOf(String address) {
		return ClientNetwork.around(address).get(ClientNetwork.around(address).size() - 1);
	}

}
