package se.kulturlots.register;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.util.FastByteArrayOutputStream;

/**
 * The lines of a text in one of the encodings that spreadsheets write: UTF-16, UTF-8, and
 * Windows' Western European for each line that is no UTF-8. So one line in another
 * encoding than the rest spoils neither.
 */
final class TextLines implements Closeable {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final int LONGEST = 1_000_000;

	private static final int SAMPLE = 4096;

	private final InputStream in;

	private final @Nullable Charset wide;

	private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

	private final FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(256);

	private @Nullable Charset encoding;

	private boolean lastInOther;

	private boolean first = true;

	TextLines(InputStream source) throws IOException {
		this.in = new BufferedInputStream(source, 1 << 16);
		this.in.mark(SAMPLE + 1);
		byte[] sample = this.in.readNBytes(SAMPLE);
		this.in.reset();
		this.wide = wide(sample);
	}

	/**
	 * The next line, without its end.
	 * @return null after the last one
	 */
	@Nullable String next() throws IOException {
		byte[] line = nextBytes();
		if (line == null) {
			return null;
		}
		String text = (this.wide != null) ? new String(line, this.wide) : decode(line);
		if (this.first && text.startsWith("\uFEFF")) {
			text = text.substring(1);
		}
		this.first = false;
		if (text.indexOf('\0') >= 0) {
			throw RegisterProblem.notText();
		}
		return text;
	}

	/** Whether the last line was in another encoding than the first that showed one. */
	boolean isLastInOtherEncoding() {
		return this.lastInOther;
	}

	private byte @Nullable [] nextBytes() throws IOException {
		this.bytes.reset();
		int unit = (this.wide != null) ? 2 : 1;
		boolean any = false;
		while (true) {
			int one = this.in.read();
			if (one < 0) {
				return any ? this.bytes.toByteArrayUnsafe() : null;
			}
			int two = (unit == 2) ? Math.max(0, this.in.read()) : 0;
			any = true;
			int unitValue = (unit == 1) ? one
					: ((this.wide == StandardCharsets.UTF_16BE) ? one << 8 | two : two << 8 | one);
			if (unitValue == '\n') {
				return this.bytes.toByteArrayUnsafe();
			}
			if (unitValue == '\r') {
				skipLineFeed(unit);
				return this.bytes.toByteArrayUnsafe();
			}
			this.bytes.write(one);
			if (unit == 2) {
				this.bytes.write(two);
			}
			if (this.bytes.size() > LONGEST) {
				throw RegisterProblem.unreadable();
			}
		}
	}

	private void skipLineFeed(int unit) throws IOException {
		this.in.mark(2);
		byte[] next = this.in.readNBytes(unit);
		boolean lineFeed = next.length == unit
				&& ((unit == 1) ? next[0] == '\n' : (next[0] | next[1]) == '\n' && (next[0] == 0 || next[1] == 0));
		if (!lineFeed) {
			this.in.reset();
		}
	}

	private String decode(byte[] line) {
		this.lastInOther = false;
		boolean ascii = true;
		for (byte one : line) {
			if (one < 0) {
				ascii = false;
				break;
			}
		}
		if (ascii) {
			return new String(line, StandardCharsets.US_ASCII);
		}
		String text;
		Charset found;
		try {
			text = this.utf8.decode(ByteBuffer.wrap(line)).toString();
			found = StandardCharsets.UTF_8;
		}
		catch (CharacterCodingException ex) {
			text = new String(line, WINDOWS);
			found = WINDOWS;
		}
		if (this.encoding == null) {
			this.encoding = found;
		}
		this.lastInOther = this.encoding != found;
		return text;
	}

	private static @Nullable Charset wide(byte[] sample) {
		if (sample.length >= 2 && (sample[0] & 0xFF) == 0xFF && (sample[1] & 0xFF) == 0xFE) {
			return StandardCharsets.UTF_16LE;
		}
		if (sample.length >= 2 && (sample[0] & 0xFF) == 0xFE && (sample[1] & 0xFF) == 0xFF) {
			return StandardCharsets.UTF_16BE;
		}
		int[] zeros = new int[2];
		for (int i = 0; i < sample.length; i++) {
			if (sample[i] == 0) {
				zeros[i % 2]++;
			}
		}
		// without a byte order mark: most letters of ours have one byte that is zero
		if (zeros[1] > sample.length / 4 && zeros[0] == 0) {
			return StandardCharsets.UTF_16LE;
		}
		return (zeros[0] > sample.length / 4 && zeros[1] == 0) ? StandardCharsets.UTF_16BE : null;
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
