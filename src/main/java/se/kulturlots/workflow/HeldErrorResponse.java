package se.kulturlots.workflow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.http.HttpStatus;

/**
 * Passes every answer on but a fault of the server, which it holds back together with
 * what is written after it.
 */
final class HeldErrorResponse extends HttpServletResponseWrapper {

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private boolean held;

	HeldErrorResponse(HttpServletResponse response) {
		super(response);
	}

	boolean isHeld() {
		return this.held;
	}

	byte[] content() {
		return this.content.toByteArray();
	}

	@Override
	public void setStatus(int status) {
		this.held = status == HttpStatus.INTERNAL_SERVER_ERROR.value();
		if (!this.held) {
			super.setStatus(status);
		}
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		return this.held ? new Kept(this.content) : super.getOutputStream();
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		return this.held ? new PrintWriter(this.content, true, StandardCharsets.UTF_8) : super.getWriter();
	}

	@Override
	public void setContentLengthLong(long length) {
		if (!this.held) {
			super.setContentLengthLong(length);
		}
	}

	@Override
	public void setContentLength(int length) {
		setContentLengthLong(length);
	}

	private static final class Kept extends ServletOutputStream {

		private final ByteArrayOutputStream content;

		private Kept(ByteArrayOutputStream content) {
			this.content = content;
		}

		@Override
		public void write(int b) {
			this.content.write(b);
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new IllegalStateException("The answer is held back");
		}

	}

}
