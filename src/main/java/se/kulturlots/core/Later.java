package se.kulturlots.core;

import java.util.Map;

/**
 * Something that is done {@linkplain Afterwards afterwards}; given by the module that
 * asks for it.
 */
public interface Later {

	/**
	 * What it is called.
	 * @return the word under which it is kept
	 */
	String kind();

	/**
	 * Does it, in a transaction of its own. What fails is done again later.
	 * @param what what it is done with, as it was given
	 */
	void run(Map<String, String> what);

}
