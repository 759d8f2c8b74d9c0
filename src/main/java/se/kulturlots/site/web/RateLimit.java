package se.kulturlots.site.web;

import java.time.Duration;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import se.kulturlots.core.web.ClientNetwork;

/**
 * Keeps anybody from flooding the forms of the public, and those whom the forms write to
 * with mail. It counts for each form and address, and for each form of an authority; what
 * was counted is forgotten once it makes no difference.
 */
@Component
class RateLimit implements HandlerInterceptor {

	private static final int MOST_REMEMBERED = 100_000;

	private volatile RateLimitProperties limits;

	private volatile LoadingCache<String, Bucket> clients;

	private volatile LoadingCache<String, Bucket> forms;

	RateLimit(RateLimitProperties limits) {
		apply(limits);
	}

	final void apply(RateLimitProperties limits) {
		this.limits = limits;
		this.clients = buckets(limits.client());
		this.forms = buckets(limits.form());
	}

	RateLimitProperties limits() {
		return this.limits;
	}

	private LoadingCache<String, Bucket> buckets(int capacity) {
		Duration period = this.limits.period();
		return Caffeine.newBuilder()
			.maximumSize(MOST_REMEMBERED)
			.expireAfterAccess(period)
			.build((key) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(capacity).refillGreedy(capacity, period))
				.build());
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (HttpMethod.POST.matches(request.getMethod())) {
			String form = form(request);
			take(this.clients.get(form + ' ' + ClientNetwork.of(request.getRemoteAddr())));
			take(this.forms.get(form));
		}
		return true;
	}

	/** The pattern of its address, with the authority but without tokens. */
	private static String form(HttpServletRequest request) {
		String path = request.getRequestURI();
		int end = path.indexOf('/', 1);
		return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) + " "
				+ ((end > 0) ? path.substring(0, end) : path);
	}

	private static void take(Bucket bucket) {
		var taken = Objects.requireNonNull(bucket).tryConsumeAndReturnRemaining(1);
		if (!taken.isConsumed()) {
			throw new TooMuchSent(Duration.ofNanos(taken.getNanosToWaitForRefill()));
		}
	}

}
