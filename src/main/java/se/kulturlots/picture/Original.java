package se.kulturlots.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.ImageFile;
import se.kulturlots.core.Picture;
import se.kulturlots.core.Picture.Focus;

/**
 * A picture as it was sent, decoded and the right way up, before it is cut. Nothing else
 * of its file is kept.
 */
public final class Original {

	/** The largest file that is looked at. */
	public static final int MOST_MEGABYTES = 5;

	private static final int SHORT_SIDE = 534;

	private static final int LONG_SIDE = 800;

	/** What may be cut from it is kept no wider. */
	private static final int KEPT = 1800;

	private static final ImageFile.Limits LIMITS = new ImageFile.Limits(MOST_MEGABYTES * 1_000_000, 40_000_000,
			LONG_SIDE, SHORT_SIDE, 4, KEPT);

	/** What was kept once is read again, whatever is asked of files today. */
	private static final ImageFile.Limits OWN = new ImageFile.Limits(Integer.MAX_VALUE, Long.MAX_VALUE, 1, 1,
			Integer.MAX_VALUE, KEPT);

	/** What a file may weigh at most, so that a first visit does not take too long. */
	private static final double BYTES_A_PIXEL = 0.08;

	private static final int BYTES_BESIDES = 6_000;

	private final BufferedImage picture;

	private Original(BufferedImage picture) {
		this.picture = picture;
	}

	/**
	 * Reads an uploaded file.
	 * @param file its content
	 * @throws PictureProblem if it is no PNG or JPEG, too large, too small or too narrow
	 */
	public static Original read(byte[] file) {
		return read(file, LIMITS);
	}

	/** Reads again what was {@link #whole() kept}. */
	static Original again(byte[] whole) {
		return read(whole, OWN);
	}

	private static Original read(byte[] file, ImageFile.Limits limits) {
		try {
			return new Original(ImageFile.read(file, limits, Original::kept));
		}
		catch (ImageFile.Refused refused) {
			throw switch (refused.reason()) {
				case TOO_LARGE -> PictureProblem.tooLarge();
				case TOO_SMALL -> PictureProblem.tooSmall();
				case TOO_NARROW -> PictureProblem.tooNarrow();
				case UNREADABLE -> PictureProblem.unreadable();
			};
		}
	}

	private static BufferedImage kept(BufferedImage picture) {
		double scale = Math.min(1, KEPT / Math.min(picture.getWidth(), picture.getHeight() * 1.5));
		return ImageFile.drawn(picture, new Rectangle(picture.getWidth(), picture.getHeight()),
				(int) Math.round(picture.getWidth() * scale), (int) Math.round(picture.getHeight() * scale),
				BufferedImage.TYPE_INT_RGB);
	}

	/**
	 * The whole picture, to be cut in another way later.
	 * @return a JPEG
	 */
	byte[] whole() {
		return Objects.requireNonNull(PictureFormat.JPEG.write(this.picture, Integer.MAX_VALUE));
	}

	/**
	 * Cuts it and makes a file of each width and format.
	 * @param focus what stays in sight
	 * @return the smallest first
	 */
	List<PictureFile> files(Focus focus) {
		Rectangle part = part(focus);
		List<PictureFile> files = new ArrayList<>();
		for (int width : Picture.WIDTHS) {
			if (width <= part.width) {
				BufferedImage drawn = ImageFile.drawn(this.picture, part, width, Picture.height(width),
						BufferedImage.TYPE_INT_RGB);
				for (PictureFormat format : PictureFormat.values()) {
					byte @Nullable [] content = format.write(drawn, most(width));
					if (content != null) {
						files.add(new PictureFile(width, format.ending(), content));
					}
				}
			}
		}
		return files;
	}

	private static int most(int width) {
		return (int) (BYTES_BESIDES + BYTES_A_PIXEL * width * Picture.height(width));
	}

	/** The largest part of 3:2 around what matters. */
	private Rectangle part(Focus focus) {
		int width = Math.min(this.picture.getWidth(), (int) (this.picture.getHeight() * 1.5));
		int height = Math.min(this.picture.getHeight(), Picture.height(width));
		return new Rectangle((int) Math.round((this.picture.getWidth() - width) * focus.across()),
				(int) Math.round((this.picture.getHeight() - height) * focus.down()), width, height);
	}

}
