package se.kulturlots.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * The folder that keeps the demo's data between starts. One application at a time holds
 * it; the operating system lets go of the lock when that application dies, however it
 * dies.
 */
final class DataFolder implements AutoCloseable {

	private final Path path;

	private final FileChannel lock;

	private DataFolder(Path path, FileChannel lock) {
		this.path = path;
		this.lock = lock;
	}

	static DataFolder open(Path wanted) {
		try {
			Path path = Files.createDirectories(wanted).toRealPath();
			FileChannel lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.READ, StandardOpenOption.WRITE);
			if (tryLock(lock) == null) {
				String holder = Files.readString(path.resolve("lock")).strip();
				lock.close();
				throw new DataFolderInUse(path, holder);
			}
			lock.truncate(0)
				.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
			return new DataFolder(path, lock);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot use the data folder " + wanted, ex);
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	Path database() {
		return this.path.resolve("database");
	}

	/** Exists once the database has been made to its end. */
	Path databaseIsMade() {
		return this.path.resolve("database-is-made");
	}

	/** Exists once the sample data is all there. */
	Path isFilled() {
		return this.path.resolve("is-filled");
	}

	/** Exists while the past is being made: how far it has come. */
	Path story() {
		return this.path.resolve("story");
	}

	Path mail() {
		return this.path.resolve("mail");
	}

	Path clock() {
		return this.path.resolve("clock");
	}

	@Override
	public void close() throws IOException {
		this.lock.close();
	}

	@Override
	public String toString() {
		return this.path.toString();
	}

}
