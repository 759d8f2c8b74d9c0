package se.kulturlots.core.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where a request comes from, for what counts requests. */
public final class ClientNetwork {

	private ClientNetwork() {
	}

	/**
	 * What counts as one: an address, but a household or office with IPv6 has 2^64.
	 * @param address the client's address, as the proxy tells it
	 * @return the same for all addresses of one network
	 */
	public static String of(String address) {
		if (address.indexOf(':') < 0) {
			return address;
		}
		try {
			// an address is parsed, not looked up
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

}
