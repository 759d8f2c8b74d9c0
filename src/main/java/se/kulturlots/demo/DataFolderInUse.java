package se.kulturlots.demo;

import java.nio.file.Path;

/** Another application holds the data folder. */
final class DataFolderInUse extends RuntimeException {

	private final Path folder;

	private final String holder;

	DataFolderInUse(Path folder, String holder) {
		super("the data folder " + folder + " is in use by process " + holder);
		this.folder = folder;
		this.holder = holder;
	}

	Path folder() {
		return this.folder;
	}

	String holder() {
		return this.holder;
	}

}
