package se.kulturlots.testing;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How often passwords have been hashed, which is what takes time in a sign-in. */
public class HashWork implements BeanPostProcessor {

	private final AtomicInteger done = new AtomicInteger();

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof PasswordEncoder encoder) ? new Counted(encoder) : bean;
	}

	/**
	 * What something costs.
	 * @param work for example signs in
	 * @return how many passwords were hashed meanwhile
	 */
	public int during(Runnable work) {
		this.done.set(0);
		work.run();
		return this.done.get();
	}

	private final class Counted implements PasswordEncoder {

		private final PasswordEncoder encoder;

		private Counted(PasswordEncoder encoder) {
			this.encoder = encoder;
		}

		@Override
		public String encode(CharSequence password) {
			HashWork.this.done.incrementAndGet();
			return this.encoder.encode(password);
		}

		@Override
		public boolean matches(CharSequence password, String hash) {
			HashWork.this.done.incrementAndGet();
			return this.encoder.matches(password, hash);
		}

		@Override
		public boolean upgradeEncoding(String hash) {
			return this.encoder.upgradeEncoding(hash);
		}

	}

}
