package se.kulturlots.picture;

import se.kulturlots.core.Problem;

/** What can be wrong about a picture. */
public final class PictureProblem extends Problem {

	private PictureProblem(Kind kind, String reason, Object... arguments) {
		super(kind, "picture.problem." + reason, arguments);
	}

	/** The file is too large, or the picture in it. */
	static Problem tooLarge() {
		return new PictureProblem(Kind.INVALID, "tooLarge").at("file");
	}

	/** There are too few pixels to be shown wide. */
	static Problem tooSmall() {
		return new PictureProblem(Kind.INVALID, "tooSmall").at("file");
	}

	/** One side is so much longer than the other that a cut would show little of it. */
	static Problem tooNarrow() {
		return new PictureProblem(Kind.INVALID, "tooNarrow").at("file");
	}

	/** The file is no picture of a kind that is read, or a part of one. */
	static Problem unreadable() {
		return new PictureProblem(Kind.INVALID, "unreadable").at("file");
	}

	/** Somebody else has changed or removed the picture meanwhile. */
	static Problem changedMeanwhile() {
		return new PictureProblem(Kind.CONFLICT, "changedMeanwhile").at("submissionId");
	}

}
