package se.kulturlots.register;

/**
 * What a file does to the register. Every row that was read is new, updated, unchanged,
 * joined or refused.
 *
 * @param read how many rows hold anything
 * @param added how many organisations are new
 * @param updated how many have changed
 * @param unchanged how many stay as they are
 * @param joined how many rows say an organisation again that an earlier row says
 * @param refused how many rows were left out
 * @param differing how many organisations are known otherwise than the file says
 * @param taken how many of those take what the file says
 * @param marked how many rows have something to know about them
 */
public record ImportReport(int read, int added, int updated, int unchanged, int joined, int refused, int differing,
		int taken, int marked) {
}
