package se.kulturlots.authority;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import se.kulturlots.core.ImageFile;

/**
 * A logo that is safe to show. What was uploaded is never passed on: it is decoded and
 * drawn again, so nothing that hides in a file reaches anybody.
 *
 * @param png the picture
 */
public record Logo(byte[] png) {

	/** The largest file that is looked at. */
	public static final int MOST_BYTES = 1_000_000;

	private static final ImageFile.Limits LIMITS = new ImageFile.Limits(MOST_BYTES, 4_000_000, 16, 16, 4_000_000,
			4_000_000);

	private static final int HEIGHT = 144;

	private static final int WIDTH = 720;

	/**
	 * Reads an uploaded file.
	 * @param file its content
	 * @return the logo, no larger than the pages show it
	 * @throws AuthorityProblem if it is too large, too small or no PNG or JPEG
	 */
	public static Logo read(byte[] file) {
		try {
			return new Logo(ImageFile.png(ImageFile.read(file, LIMITS, Logo::drawn)));
		}
		catch (ImageFile.Refused refused) {
			throw switch (refused.reason()) {
				case TOO_LARGE -> AuthorityProblem.logoTooLarge();
				case TOO_SMALL, TOO_NARROW -> AuthorityProblem.logoTooSmall();
				case UNREADABLE -> AuthorityProblem.logoUnreadable();
			};
		}
	}

	private static BufferedImage drawn(BufferedImage picture) {
		double scale = Math.min(1,
				Math.min((double) HEIGHT / picture.getHeight(), (double) WIDTH / picture.getWidth()));
		return ImageFile.drawn(picture, new Rectangle(picture.getWidth(), picture.getHeight()),
				Math.max(1, (int) Math.round(picture.getWidth() * scale)),
				Math.max(1, (int) Math.round(picture.getHeight() * scale)), BufferedImage.TYPE_INT_ARGB);
	}

	/**
	 * What names this picture and no other.
	 * @return a part of its address, which so may be kept for ever
	 */
	public String key() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.png), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
