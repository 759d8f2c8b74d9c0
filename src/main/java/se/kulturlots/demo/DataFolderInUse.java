package se.kulturlots.demo;

import java.nio.file.Path;

import se.kulturlots.core.StartRefused;

/** Another application holds the data folder. */
final class DataFolderInUse extends StartRefused {

	DataFolderInUse(Path folder, String holder) {
		super("Another Kulturlots (process " + holder + ") uses the data folder " + folder + ".",
				"Stop it, or start this one with a folder of its own: KULTURLOTS_DATA=other-folder SERVER_PORT=8081");
	}

}
