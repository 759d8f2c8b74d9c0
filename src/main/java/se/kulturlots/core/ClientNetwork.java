package se.kulturlots.core;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Where a request comes from, for what counts requests. */
public final class ClientNetwork {

	private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f.:]*");

	/** What a provider gives one home or office (RIPE-690). */
	private static final int HOME_BYTES = 56 / 8;

	/** The most that is given to one customer; of a provider of homes it holds 256. */
	private static final int SITE_BYTES = 48 / 8;

	private ClientNetwork() {
	}

	/**
	 * What counts as one: an address with IPv4, which many may share; with IPv6, where
	 * each has more addresses than can be counted, the network of a home.
	 * @param address the client's address, as the server or the proxy tells it
	 * @return the same for all addresses of one network, however they are written
	 */
	public static String of(String address) {
		return around(address).get(0);
	}

	/**
	 * The networks that an address is in, each around the one before: with IPv6 the
	 * network of a home, and the largest that one customer may have.
	 * @param address the client's address, as the server or the proxy tells it
	 * @return one network with IPv4, two with IPv6
	 */
	public static List<String> around(String address) {
		// the interface it came in by is no part of an address
		String bare = address.replaceFirst("%.*", "").replaceAll("[\\[\\]]", "");
		if (!IPV6.matcher(bare).matches()) {
			return List.of(address);
		}
		try {
			// parsed, not looked up; what stands for an IPv4 address becomes one
			InetAddress parsed = InetAddress.getByName(bare);
			if (!(parsed instanceof Inet6Address)) {
				return List.of(parsed.getHostAddress());
			}
			byte[] bytes = parsed.getAddress();
			return List.of(network(bytes, HOME_BYTES), network(bytes, SITE_BYTES));
		}
		catch (UnknownHostException ex) {
			return List.of(address);
		}
	}

	private static String network(byte[] address, int bytes) {
		return HexFormat.of().formatHex(address, 0, bytes) + "/" + bytes * 8;
	}

}
