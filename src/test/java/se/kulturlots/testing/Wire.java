package se.kulturlots.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A connection to a server of this machine on which anything can be said, from whichever
 * of the machine's own addresses: {@code 127.0.0.2} is as good as {@code 127.0.0.1}.
 */
public final class Wire implements AutoCloseable {

	private static final int PATIENCE = 120_000;

	private final Socket socket = new Socket();

	/**
	 * Connects.
	 * @param from the address to come from
	 * @param port the port of 127.0.0.1, or of ::1 if that is what it comes from
	 */
	public Wire(String from, int port) throws IOException {
		this.socket.setSoTimeout(PATIENCE);
		this.socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
		this.socket.connect(new InetSocketAddress(from.contains(":") ? "::1" : "127.0.0.1", port), PATIENCE);
	}

	/**
	 * Asks for something and hangs up.
	 * @param from the address to come from
	 * @param port the port
	 * @param head the first line and the headers, without the last empty line; it is
	 * asked to close the connection
	 * @param body what follows
	 * @return the answer
	 */
	public static Answer ask(String from, int port, String head, String body) throws IOException {
		try (Wire wire = new Wire(from, port)) {
			String length = body.isEmpty() ? "" : "Content-Length: " + bytes(body).length + "\r\n";
			return wire.say(head.strip() + "\r\nConnection: close\r\n" + length + "\r\n" + body).answer();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Sends some bytes.
	 * @param text the bytes
	 * @return this connection
	 */
	public Wire say(String text) throws IOException {
		return say(bytes(text));
	}

	public Wire say(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
		this.socket.getOutputStream().flush();
		return this;
	}

	/**
	 * Waits until the server closes the connection.
	 * @return what it has said until then
	 */
	public Answer answer() throws IOException {
		ByteArrayOutputStream heard = new ByteArrayOutputStream();
		byte[] buffer = new byte[8192];
		try {
			for (int length; (length = this.socket.getInputStream().read(buffer)) >= 0;) {
				heard.write(buffer, 0, length);
			}
		}
		catch (java.net.SocketTimeoutException ex) {
			throw new AssertionError("still open after: " + heard, ex);
		}
		catch (IOException ex) {
			// closed with something of ours unread; what was said before that counts
		}
		return new Answer(heard.toString(StandardCharsets.UTF_8));
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	/**
	 * What a server has said.
	 *
	 * @param text all of it
	 */
	public record Answer(String text) {

		/** The status, or 0 if nothing was said. */
		public int status() {
			return this.text.startsWith("HTTP/1.") ? Integer.parseInt(this.text.substring(9, 12)) : 0;
		}

		public List<String> headers(String name) {
			return Arrays.stream(this.text.split("\r\n\r\n")[0].split("\r\n"))
				.filter((line) -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
				.map((line) -> line.substring(name.length() + 1).strip())
				.toList();
		}

		public Optional<String> header(String name) {
			return headers(name).stream().findFirst();
		}

		public String body() {
			int end = this.text.indexOf("\r\n\r\n");
			return (end < 0) ? "" : this.text.substring(end + 4);
		}

	}

}
