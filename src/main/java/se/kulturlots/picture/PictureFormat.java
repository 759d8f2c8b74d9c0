package se.kulturlots.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The formats in which pages offer a picture. */
enum PictureFormat {

	/** What every browser shows. */
	JPEG("jpg"),

	/**
	 * Smaller by a third. Written by a library outside Java, which some systems refuse.
	 */
	WEBP("webp");

	private static final Logger log = LoggerFactory.getLogger(PictureFormat.class);

	private static final float BEST = 0.82f;

	private static final float WORST = 0.18f;

	private static final float STEP = 0.08f;

	private final String ending;

	PictureFormat(String ending) {
		this.ending = ending;
	}

	String ending() {
		return this.ending;
	}

	/**
	 * Makes a file of a picture, as good as its size allows.
	 * @param mostBytes how large it may be
	 * @return null if this system cannot write the format
	 */
	byte @Nullable [] write(BufferedImage picture, int mostBytes) {
		try {
			byte[] file = write(picture, BEST);
			for (float quality = BEST - STEP; file.length > mostBytes && quality > WORST; quality -= STEP) {
				file = write(picture, quality);
			}
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (LinkageError ex) {
			log.warn("No {} files are made, this system does not let their library in: {}", this, ex.toString());
			return null;
		}
	}

	private byte[] write(BufferedImage picture, float quality) throws IOException {
		ImageWriter writer = writer();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			ImageWriteParam how = writer.getDefaultWriteParam();
			how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			if (this == WEBP) {
				how.setCompressionType("Lossy");
			}
			else {
				how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
			}
			how.setCompressionQuality(quality);
			writer.setOutput(out);
			writer.write(null, new IIOImage(picture, null, null), how);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	private ImageWriter writer() throws IOException {
		return (this == WEBP) ? new WebPImageWriterSpi().createWriterInstance(null)
				: ImageIO.getImageWritersByFormatName("jpeg").next();
	}

}
