package se.kulturlots.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database server goes on running when the application that started it is killed. The
 * next start finds it by its postmaster.pid and stops it, after making sure that the
 * process is a PostgreSQL server on that very directory and not one that got the same
 * number later. The caller holds the data folder, so no living application is robbed.
 */
final class LeftBehindServer {

	private static final Logger logger = LoggerFactory.getLogger(LeftBehindServer.class);

	private static final long PATIENCE_SECONDS = 15;

	private final Path directory;

	private LeftBehindServer(Path directory) {
		this.directory = directory;
	}

	static void stop(Path directory) throws IOException {
		new LeftBehindServer(directory).stop();
	}

	private void stop() throws IOException {
		Path pidFile = this.directory.resolve("postmaster.pid");
		Optional<ProcessHandle> process = process(pidFile);
		if (process.isEmpty()) {
			return;
		}
		switch (ownerOf(process.get())) {
			case THIS_DIRECTORY -> stop(process.get());
			// the server would refuse to start: it only sees that the number is taken
			case SOMETHING_ELSE -> Files.delete(pidFile);
			case UNKNOWN -> throw new IllegalStateException("process " + process.get().pid()
					+ " may be a database server that uses " + this.directory + "; stop it and start again");
		}
	}

	private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
		if (!Files.exists(pidFile)) {
			return Optional.empty();
		}
		List<String> lines = Files.readAllLines(pidFile);
		if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
			return Optional.empty();
		}
		return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
	}

	private Owner ownerOf(ProcessHandle process) throws IOException {
		ProcessHandle.Info info = process.info();
		if (!info.user().equals(ProcessHandle.current().info().user())) {
			return Owner.SOMETHING_ELSE;
		}
		if (info.command().isEmpty()) {
			return Owner.UNKNOWN;
		}
		if (!Path.of(info.command().get()).getFileName().toString().startsWith("postgres")) {
			return Owner.SOMETHING_ELSE;
		}
		List<String> arguments = info.arguments().map(List::of).orElse(List.of());
		int at = arguments.indexOf("-D") + 1;
		if (at == 0 || at == arguments.size()) {
			return Owner.UNKNOWN;
		}
		Path used = Path.of(arguments.get(at));
		if (!Files.exists(used)) {
			// the folder may have been moved under a running server
			return Owner.UNKNOWN;
		}
		return Files.isSameFile(used, this.directory) ? Owner.THIS_DIRECTORY : Owner.SOMETHING_ELSE;
	}

	private void stop(ProcessHandle process) {
		logger.info("Stopping the database server {} that an earlier start left behind", process.pid());
		process.destroy();
		if (!ended(process)) {
			process.destroyForcibly();
			if (!ended(process)) {
				throw new IllegalStateException("the database server " + process.pid() + " on " + this.directory
						+ " does not stop; stop it and start again");
			}
		}
	}

	private static boolean ended(ProcessHandle process) {
		try {
			process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private enum Owner {

		THIS_DIRECTORY, SOMETHING_ELSE, UNKNOWN

	}

}
