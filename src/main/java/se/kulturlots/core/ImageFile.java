package se.kulturlots.core;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;

/**
 * Reads pictures that people send. Their files are never passed on: they are decoded, the
 * right way up, to be drawn again, so that neither what hides in a file nor where a
 * photograph was taken reaches anybody.
 */
public final class ImageFile {

	private static final Set<String> FORMATS = Set.of("png", "jpeg");

	/** Of larger pictures some pixels are left out, whatever their shape. */
	private static final long MOST_DECODED = 12_000_000;

	/** Decoding takes memory: one at a time. */
	private static final Semaphore DECODING = new Semaphore(1);

	private ImageFile() {
	}

	/**
	 * Decodes a PNG or a JPEG.
	 * @param file its content
	 * @param limits what it may be like
	 * @param scaled draws it as small as it is kept; it comes turned as its file says,
	 * and not much larger than is wanted
	 * @return what was drawn
	 * @throws Refused if it is none, is cut off, or does not keep to the limits
	 */
	public static BufferedImage read(byte[] file, Limits limits, UnaryOperator<BufferedImage> scaled) throws Refused {
		if (file.length > limits.mostBytes()) {
			throw new Refused(Reason.TOO_LARGE);
		}
		DECODING.acquireUninterruptibly();
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) {
				throw new Refused(Reason.UNREADABLE);
			}
			ImageReader reader = readers.next();
			boolean photograph = "jpeg".equalsIgnoreCase(reader.getFormatName());
			return scaled.apply(turned(read(reader, in, limits), photograph ? orientation(file) : 1));
		}
		catch (IOException | RuntimeException ex) {
			// decoders throw anything at broken files
			throw new Refused(Reason.UNREADABLE);
		}
		finally {
			DECODING.release();
		}
	}

	private static BufferedImage read(ImageReader reader, ImageInputStream in, Limits limits)
			throws IOException, Refused {
		try {
			if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
				throw new Refused(Reason.UNREADABLE);
			}
			reader.setInput(in, true, true);
			int width = reader.getWidth(0);
			int height = reader.getHeight(0);
			if ((long) width * height > limits.mostPixels()) {
				throw new Refused(Reason.TOO_LARGE);
			}
			if (Math.min(width, height) < limits.shortSide() || Math.max(width, height) < limits.longSide()) {
				throw new Refused(Reason.TOO_SMALL);
			}
			if (Math.max(width, height) > (long) limits.mostRatio() * Math.min(width, height)) {
				throw new Refused(Reason.TOO_NARROW);
			}
			AtomicBoolean cutOff = new AtomicBoolean();
			reader.addIIOReadWarningListener((source, warning) -> cutOff.compareAndSet(false, isCutOff(warning)));
			ImageReadParam wanted = reader.getDefaultReadParam();
			int every = Math.max(Math.max(1, Math.min(width, height) / limits.enough()),
					(int) Math.ceil(Math.sqrt((double) width * height / MOST_DECODED)));
			wanted.setSourceSubsampling(every, every, 0, 0);
			BufferedImage picture = reader.read(0, wanted);
			if (cutOff.get()) {
				throw new Refused(Reason.UNREADABLE);
			}
			return picture;
		}
		finally {
			reader.dispose();
		}
	}

	/*
	 * the reader of the JDK fills what is missing of a JPEG with grey, and only says so
	 */
	private static boolean isCutOff(String warning) {
		return warning.contains("EOI") || warning.contains("Premature end");
	}

	/*
	 * How a photograph is turned, by EXIF: 1 to 8. Nothing else of a file is looked at: a
	 * text in it can be packed so that it fills all memory.
	 */
	private static int orientation(byte[] file) {
		try {
			ExifIFD0Directory exif = JpegMetadataReader
				.readMetadata(new ByteArrayInputStream(file), List.of(new ExifReader()))
				.getFirstDirectoryOfType(ExifIFD0Directory.class);
			return (exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION))
					? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION) : 1;
		}
		catch (JpegProcessingException | MetadataException | IOException ex) {
			return 1;
		}
	}

	private static BufferedImage turned(BufferedImage picture, int orientation) {
		if (orientation < 2 || orientation > 8) {
			return picture;
		}
		boolean onItsSide = orientation >= 5;
		BufferedImage turned = new BufferedImage(onItsSide ? picture.getHeight() : picture.getWidth(),
				onItsSide ? picture.getWidth() : picture.getHeight(),
				picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = turned.createGraphics();
		graphics.transform(turn(orientation, picture.getWidth(), picture.getHeight()));
		graphics.drawImage(picture, 0, 0, null);
		graphics.dispose();
		return turned;
	}

	private static AffineTransform turn(int orientation, int width, int height) {
		return switch (orientation) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
			case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
			default -> new AffineTransform();
		};
	}

	/** A picture as a PNG file. */
	public static byte[] png(BufferedImage picture) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, "png", out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/**
	 * A part of a picture, drawn smaller.
	 * @param part what of the picture is to be seen
	 * @param width of what is drawn
	 * @param height of what is drawn
	 * @param type of what is drawn, as {@link BufferedImage} has them; white shows where
	 * the picture lets through what is behind and the type does not
	 * @return drawn in steps, since more than half at a time loses what is between
	 */
	public static BufferedImage drawn(BufferedImage picture, Rectangle part, int width, int height, int type) {
		BufferedImage from = picture;
		Rectangle left = part;
		while (left.width >= 2 * width && left.height >= 2 * height) {
			from = once(from, left, left.width / 2, left.height / 2, type);
			left = new Rectangle(from.getWidth(), from.getHeight());
		}
		return once(from, left, width, height, type);
	}

	private static BufferedImage once(BufferedImage from, Rectangle part, int width, int height, int type) {
		BufferedImage drawn = new BufferedImage(width, height, type);
		Graphics2D graphics = drawn.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
		if (type == BufferedImage.TYPE_INT_RGB) {
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, width, height);
		}
		graphics.drawImage(from, 0, 0, width, height, part.x, part.y, part.x + part.width, part.y + part.height, null);
		graphics.dispose();
		return drawn;
	}

	/**
	 * What a picture may be like.
	 *
	 * @param mostBytes of its file
	 * @param mostPixels of the whole picture
	 * @param longSide the fewest pixels of its longer side
	 * @param shortSide the fewest pixels of its shorter side
	 * @param mostRatio how many times longer one side may be than the other
	 * @param enough pixels of the shorter side, of more some are left out
	 */
	public record Limits(int mostBytes, long mostPixels, int longSide, int shortSide, int mostRatio, int enough) {
	}

	/** Why a file was not taken. */
	public enum Reason {

		TOO_LARGE, TOO_SMALL, TOO_NARROW, UNREADABLE

	}

	/** A file was not taken. */
	public static final class Refused extends Exception {

		private final Reason reason;

		Refused(Reason reason) {
			super(reason.name());
			this.reason = reason;
		}

		public Reason reason() {
			return this.reason;
		}

	}

}
