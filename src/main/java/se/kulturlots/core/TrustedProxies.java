package se.kulturlots.core;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * The proxies that the operator has named. Only what they say of who sent a request is
 * believed: a private address says nothing of who has it.
 */
public final class TrustedProxies {

	/** No name can be taken for one, and so nothing is ever looked up. */
	private static final Pattern ADDRESS = Pattern.compile(
			"(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|[\\p{XDigit}:]*:[\\p{XDigit}:.]*");

	private static final Pattern RANGE = Pattern.compile("([^/]+)(?:/([1-9]\\d{0,2}))?");

	private final List<IpAddressMatcher> ranges;

	private TrustedProxies(List<IpAddressMatcher> ranges) {
		this.ranges = ranges;
	}

	/**
	 * Reads what the operator has set.
	 * @param setting addresses and ranges ({@code 192.0.2.0/28}, {@code 2001:db8::/64}),
	 * with commas in between
	 * @return those proxies, or none
	 * @throws IllegalArgumentException if something else is among them
	 */
	public static TrustedProxies parse(String setting) {
		return new TrustedProxies(Stream.of(setting.split(","))
			.map(String::strip)
			.filter((range) -> !range.isEmpty())
			.map(TrustedProxies::range)
			.toList());
	}

	private static IpAddressMatcher range(String text) {
		var range = RANGE.matcher(text);
		if (!range.matches() || address(range.group(1)).isEmpty()) {
			throw new IllegalArgumentException("neither an address nor a range: " + text);
		}
		return new IpAddressMatcher(text);
	}

	/**
	 * Whose request it is: of the addresses through which it came, the nearest one that
	 * is no trusted proxy's. What stands before that could have been written by anybody.
	 * @param peer the address at the other end of the connection
	 * @param forwardedFor the values of {@code X-Forwarded-For}, in their order
	 * @return the client's address
	 */
	public String client(String peer, List<String> forwardedFor) {
		String client = peer;
		String[] hops = String.join(",", forwardedFor).split(",");
		for (int next = hops.length - 1; next >= 0 && isTrusted(client); next--) {
			Optional<String> hop = address(hops[next].strip());
			if (hop.isEmpty()) {
				break;
			}
			client = hop.get();
		}
		return client;
	}

	private boolean isTrusted(String address) {
		return this.ranges.stream().anyMatch((range) -> range.matches(address));
	}

	/* in one way of writing it */
	private static Optional<String> address(String text) {
		try {
			return ADDRESS.matcher(text).matches() ? Optional.of(InetAddress.getByName(text).getHostAddress())
					: Optional.empty();
		}
		catch (UnknownHostException ex) {
			return Optional.empty();
		}
	}

}
