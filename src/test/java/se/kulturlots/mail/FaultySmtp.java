package se.kulturlots.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that does what it is told to, and not what it should. */
final class FaultySmtp implements AutoCloseable {

	/** Instead of an answer: say nothing. */
	static final String HANG = "hang";

	/** Instead of an answer: close the connection. */
	static final String CLOSE = "close";

	private final ServerSocket socket;

	private final Map<String, String> answers = new ConcurrentHashMap<>();

	private final Map<String, Runnable> before = new ConcurrentHashMap<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final AtomicInteger asked = new AtomicInteger();

	private final AtomicInteger taken = new AtomicInteger();

	FaultySmtp() throws IOException {
		this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(this::accept, "faulty-smtp");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Answers a command otherwise than well.
	 * @param command the first word, {@code .} for the end of a mail, {@code GREETING}
	 * @param answer the answer, {@link #HANG} or {@link #CLOSE}
	 * @return this server
	 */
	FaultySmtp answering(String command, String answer) {
		this.answers.put(command, answer);
		return this;
	}

	FaultySmtp doing(String command, Runnable action) {
		this.before.put(command, action);
		return this;
	}

	/** How often a recipient was named. */
	int asked() {
		return this.asked.get();
	}

	/** How many mails were ended by their dot. */
	int taken() {
		return this.taken.get();
	}

	SmtpServer server() {
		return serverAt(this.socket.getLocalPort());
	}

	static SmtpServer serverAt(int port) {
		JavaMailSenderImpl settings = new JavaMailSenderImpl();
		settings.setHost("127.0.0.1");
		settings.setPort(port);
		settings.getJavaMailProperties().setProperty("mail.smtp.timeout", "700");
		return new SmtpServer(settings);
	}

	private void accept() {
		try {
			while (true) {
				Socket connection = this.socket.accept();
				Thread thread = new Thread(() -> serve(connection), "faulty-smtp-connection");
				thread.setDaemon(true);
				thread.start();
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			BufferedReader in = new BufferedReader(
					new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
			OutputStream out = connection.getOutputStream();
			boolean on = answer(out, "GREETING", "220 faulty");
			String line;
			while (on && (line = in.readLine()) != null) {
				String command = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
				switch (command) {
					case "RCPT" -> {
						this.asked.incrementAndGet();
						on = answer(out, command, "250 2.1.5 ok");
					}
					case "DATA" -> on = answer(out, command, "354 go on") && (this.answers.containsKey("DATA")
							|| (toTheDot(in) && answer(out, ".", "250 2.0.0 taken")));
					default -> on = answer(out, command, "250 ok");
				}
			}
		}
		catch (IOException ex) {
			// the client has gone
		}
	}

	private boolean toTheDot(BufferedReader in) throws IOException {
		String line;
		while ((line = in.readLine()) != null) {
			if (line.equals(".")) {
				this.taken.incrementAndGet();
				return true;
			}
		}
		return false;
	}

	private boolean answer(OutputStream out, String command, String good) throws IOException {
		this.before.getOrDefault(command, () -> {
		}).run();
		String answer = this.answers.getOrDefault(command, good);
		if (answer.equals(HANG)) {
			try {
				this.closed.await();
			}
			catch (InterruptedException ex) {
				return false;
			}
		}
		if (answer.equals(HANG) || answer.equals(CLOSE)) {
			return false;
		}
		out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
		out.flush();
		return true;
	}

	@Override
	public void close() throws IOException {
		this.closed.countDown();
		this.socket.close();
	}

}
