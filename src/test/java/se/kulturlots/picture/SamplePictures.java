package se.kulturlots.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

/** Pictures for tests: a red field in one corner tells which way up they are. */
public final class SamplePictures {

	private SamplePictures() {
	}

	/** Blue, but for a red quarter on top to the left. */
	public static byte[] of(String format, int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setColor(Color.BLUE);
		graphics.fillRect(0, 0, width, height);
		graphics.setColor(Color.RED);
		graphics.fillRect(0, 0, width / 2, height / 2);
		graphics.dispose();
		return write(picture, format);
	}

	/** As a photograph of leaves: no two pixels beside each other are alike. */
	public static byte[] noise(int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		java.util.Random random = new java.util.Random(1);
		for (int x = 0; x < width; x++) {
			for (int y = 0; y < height; y++) {
				int shade = 60 + y / 8 + random.nextInt(24);
				picture.setRGB(x, y, new Color(shade / 2, shade, shade / 3).getRGB());
			}
		}
		return write(picture, "jpeg");
	}

	private static byte[] write(BufferedImage picture, String format) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			ImageIO.write(picture, format, out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A JPEG as a camera that lies on its side makes it, and that says where it was. */
	static byte[] photograph(int width, int height, int orientation) {
		byte[] jpeg = of("jpeg", width, height);
		byte[] exif = { 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 2,
				// orientation, a short
				1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0,
				// what the camera is called, 20 letters
				1, 0x10, 0, 2, 0, 0, 0, 20, 0, 0, 0, 38, 0, 0, 0, 0 };
		byte[] place = "59.8586N 17.6389E\0\0\0".getBytes(StandardCharsets.US_ASCII);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int length = exif.length + place.length + 2;
		out.write(jpeg, 0, 2);
		out.writeBytes(new byte[] { (byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length });
		out.writeBytes(exif);
		out.writeBytes(place);
		out.write(jpeg, 2, jpeg.length - 2);
		return out.toByteArray();
	}

	/**
	 * The same with a text of blanks before what is to be seen, packed as PNG does it.
	 */
	static byte[] withPackedText(byte[] png, int length) throws IOException {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		text.writeBytes("zTXtComment\0\0".getBytes(StandardCharsets.US_ASCII));
		try (DeflaterOutputStream packed = new DeflaterOutputStream(text)) {
			byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
			for (int written = 0; written < length; written += blanks.length) {
				packed.write(blanks);
			}
		}
		CRC32 sum = new CRC32();
		sum.update(text.toByteArray());
		// signature and header
		int head = 33;
		return ByteBuffer.allocate(png.length + text.size() + 8)
			.put(png, 0, head)
			.putInt(text.size() - 4)
			.put(text.toByteArray())
			.putInt((int) sum.getValue())
			.put(png, head, png.length - head)
			.array();
	}

	/** What says that it is a picture of some size, and has nothing of it. */
	static byte[] bomb(int width, int height) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' });
		byte[] header = java.nio.ByteBuffer.allocate(17)
			.put("IHDR".getBytes(StandardCharsets.US_ASCII))
			.putInt(width)
			.putInt(height)
			.put(new byte[] { 8, 2, 0, 0, 0 })
			.array();
		java.util.zip.CRC32 sum = new java.util.zip.CRC32();
		sum.update(header);
		out.writeBytes(java.nio.ByteBuffer.allocate(4).putInt(13).array());
		out.writeBytes(header);
		out.writeBytes(java.nio.ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
		return out.toByteArray();
	}

}
