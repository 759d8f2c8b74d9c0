package se.kulturlots.core.web;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Where the bytes of bodies come in, for whoever reads them: forms, files and the
 * engine's API. It counts them, and stops reading when they are too many or too slow. The
 * server uses a request again and again; so it stays in its request, and begins anew.
 */
final class MeteredBody implements InputBuffer {

	private final Request request;

	private final InputBuffer server;

	private final BodyRules rules;

	private final BodiesUnderWay underWay;

	private long limit;

	private String network = "";

	private Runnable whenRefused = () -> {
	};

	private long read;

	private Duration waited = Duration.ZERO;

	private boolean waiting;

	private boolean ended;

	private @Nullable HttpStatus refusal;

	private MeteredBody(Request request, BodyRules rules, BodiesUnderWay underWay) {
		this.request = request;
		this.server = request.getInputBuffer();
		this.rules = rules;
		this.underWay = underWay;
	}

	static MeteredBody of(Request request, BodyRules rules, BodiesUnderWay underWay) {
		if (request.getInputBuffer() instanceof MeteredBody body) {
			return body;
		}
		MeteredBody body = new MeteredBody(request, rules, underWay);
		request.setInputBuffer(body);
		return body;
	}

	void begin(long limit, String network, Runnable whenRefused) {
		this.limit = limit;
		this.network = network;
		this.whenRefused = whenRefused;
		this.read = 0;
		this.waited = Duration.ZERO;
		this.ended = false;
		this.refusal = null;
	}

	@Override
	public int doRead(ApplicationBufferHandler handler) throws IOException {
		if (this.ended) {
			return -1;
		}
		if (this.refusal != null) {
			throw new RefusedBody(this.refusal);
		}
		int length = next(handler);
		if (this.read > this.limit) {
			throw refuse(HttpStatus.PAYLOAD_TOO_LARGE);
		}
		return length;
	}

	@Override
	public int available() {
		return this.ended ? 0 : this.server.available();
	}

	private int next(ApplicationBufferHandler handler) throws IOException {
		if (!this.waiting && this.server.available() == 0 && this.read != this.request.getContentLengthLong()) {
			this.underWay.enter(this.network).ifPresent((reason) -> {
				throw refuse(reason);
			});
			this.waiting = true;
		}
		int length = wait(handler);
		this.read += Math.max(0, length);
		if (length < 0 || this.read == this.request.getContentLengthLong()) {
			waitNoLonger();
		}
		else if (this.rules.isTooSlow(this.read, this.waited)) {
			throw refuse(HttpStatus.REQUEST_TIMEOUT);
		}
		return length;
	}

	/* the time that its reader takes is not the sender's fault */
	private int wait(ApplicationBufferHandler handler) throws IOException {
		long began = System.nanoTime();
		try {
			return this.server.doRead(handler);
		}
		catch (SocketTimeoutException ex) {
			throw refuse(HttpStatus.REQUEST_TIMEOUT);
		}
		finally {
			this.waited = this.waited.plusNanos(System.nanoTime() - began);
		}
	}

	/** Refuses it for good, whatever its reader makes of that. */
	RefusedBody refuse(HttpStatus status) {
		this.refusal = status;
		this.whenRefused.run();
		return new RefusedBody(status);
	}

	@Nullable HttpStatus refusal() {
		return this.refusal;
	}

	/**
	 * Nobody reads it any longer. The rest is let in as far as it is allowed and thrown
	 * away, so that the connection can go on; of one that is too large so much that most
	 * people will see the answer.
	 * @param surplus how much of that
	 */
	void end(long surplus) {
		Bin bin = new Bin();
		try {
			if (this.refusal == null) {
				while (!isWhole() && doRead(bin) >= 0) {
					continue;
				}
			}
			else if (this.refusal == HttpStatus.PAYLOAD_TOO_LARGE) {
				long most = this.read + surplus;
				Duration longest = this.waited.plus(this.rules.patience());
				while (!isWhole() && this.read < most && this.waited.compareTo(longest) < 0 && next(bin) >= 0) {
					continue;
				}
			}
		}
		catch (RefusedBody | IOException ex) {
			// refused: said with its answer; broken off: nobody to tell
		}
		finally {
			waitNoLonger();
			this.ended = true;
		}
	}

	private void waitNoLonger() {
		if (this.waiting) {
			this.waiting = false;
			this.underWay.leave(this.network);
		}
	}

	/** Whether all of it has been read. */
	boolean isWhole() {
		AtomicBoolean whole = new AtomicBoolean();
		this.request.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
		return whole.get();
	}

	/** What nobody wants. */
	private static final class Bin implements ApplicationBufferHandler {

		private @Nullable ByteBuffer buffer;

		@Override
		public void setByteBuffer(@Nullable ByteBuffer buffer) {
			this.buffer = buffer;
		}

		@Override
		public @Nullable ByteBuffer getByteBuffer() {
			return this.buffer;
		}

		@Override
		public void expand(int size) {
			// as large as the server makes it
		}

	}

}
