package se.kulturlots.authority;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A logo that is safe to show. What was uploaded is never passed on: it is decoded and
 * drawn again, so nothing that hides in a file reaches anybody.
 *
 * @param png the picture
 */
public record Logo(byte[] png) {

	/** The largest file that is looked at. */
	public static final int MOST_BYTES = 1_000_000;

	/** Also the most memory that a small file can take once decoded. */
	private static final int MOST_PIXELS = 4_000_000;

	private static final int FEWEST_PIXELS_A_SIDE = 16;

	private static final int HEIGHT = 144;

	private static final int WIDTH = 720;

	private static final Set<String> FORMATS = Set.of("png", "jpeg");

	/**
	 * Reads an uploaded file.
	 * @param file its content
	 * @return the logo, no larger than the pages show it
	 * @throws AuthorityProblem if it is too large, too small or no PNG or JPEG
	 */
	public static Logo read(byte[] file) {
		if (file.length > MOST_BYTES) {
			throw AuthorityProblem.logoTooLarge();
		}
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) {
				throw AuthorityProblem.logoUnreadable();
			}
			return read(readers.next(), in);
		}
		catch (IOException | RuntimeException ex) {
			if (ex instanceof AuthorityProblem problem) {
				throw problem;
			}
			// decoders throw anything at broken files
			throw AuthorityProblem.logoUnreadable();
		}
	}

	private static Logo read(ImageReader reader, ImageInputStream in) throws IOException {
		try {
			if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
				throw AuthorityProblem.logoUnreadable();
			}
			reader.setInput(in, true, true);
			int width = reader.getWidth(0);
			int height = reader.getHeight(0);
			if ((long) width * height > MOST_PIXELS) {
				throw AuthorityProblem.logoTooLarge();
			}
			if (Math.min(width, height) < FEWEST_PIXELS_A_SIDE) {
				throw AuthorityProblem.logoTooSmall();
			}
			return new Logo(png(drawn(reader.read(0))));
		}
		finally {
			reader.dispose();
		}
	}

	private static BufferedImage drawn(BufferedImage picture) {
		double scale = Math.min(1,
				Math.min((double) HEIGHT / picture.getHeight(), (double) WIDTH / picture.getWidth()));
		int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
		int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
		BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = drawn.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
		graphics.drawImage(picture, 0, 0, width, height, null);
		graphics.dispose();
		return drawn;
	}

	private static byte[] png(BufferedImage picture) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(picture, "png", out);
		return out.toByteArray();
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
