package se.kulturlots.site.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import se.kulturlots.core.ClientNetwork;
import se.kulturlots.core.web.Pages;

/**
 * Keeps anybody from flooding the forms of the public, and those whom the forms write to
 * with mail. For each form it counts all that a network sends, and what is taken from
 * everywhere. Once a form has taken all it takes, each network still has a little room of
 * its own, so that no flood closes it for others. What was counted is forgotten once it
 * makes no difference.
 */
@Component
class RateLimit implements HandlerInterceptor {

	private static final int MOST_REMEMBERED = 100_000;

	/** How many homes' worth a network may send that is wider than a home. */
	private static final int HOMES = 4;

	private final Pages pages;

	private volatile RateLimitProperties limits;

	private volatile Buckets clients;

	private volatile Buckets rooms;

	private volatile Buckets forms;

	RateLimit(RateLimitProperties limits, Pages pages) {
		this.pages = pages;
		apply(limits);
	}

	final void apply(RateLimitProperties limits) {
		this.limits = limits;
		this.clients = new Buckets(limits.client(), limits.period());
		this.rooms = new Buckets(limits.room(), limits.period());
		this.forms = new Buckets(limits.form(), limits.period());
	}

	RateLimitProperties limits() {
		return this.limits;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (HttpMethod.POST.matches(request.getMethod())) {
			String form = form(request);
			List<String> networks = ClientNetwork.around(request.getRemoteAddr());
			Duration wait = this.clients.take(form, networks);
			// a network that has sent much has none of its room left when it is needed
			Duration waitForRoom = this.rooms.take(form, networks);
			if (wait.isZero() && this.forms.isEmpty(form)) {
				wait = waitForRoom;
			}
			if (!wait.isZero()) {
				throw new TooMuchSent(wait);
			}
		}
		return true;
	}

	/** Only what was taken counts for all: what was refused costs its sender alone. */
	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception fault) {
		boolean taken = fault == null && HttpStatusCode.valueOf(response.getStatus()).is3xxRedirection()
				&& !this.pages.of(request).hasErrors();
		if (taken && HttpMethod.POST.matches(request.getMethod())) {
			this.forms.take(form(request), List.of(""));
		}
	}

	/** The pattern of its address, with the authority but without tokens. */
	private static String form(HttpServletRequest request) {
		Object authority = (request
			.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables)
					? variables.get("authority") : null;
		return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) + " " + authority + " ";
	}

	/** So much at once for each key, and so much again over each period. */
	private static final class Buckets {

		private final int capacity;

		private final Duration period;

		private final LoadingCache<String, Bucket> known;

		Buckets(int capacity, Duration period) {
			this.capacity = capacity;
			this.period = period;
			this.known = Caffeine.newBuilder()
				.maximumSize(MOST_REMEMBERED)
				.expireAfterAccess(period)
				.build((key) -> bucket(key.endsWith("/48") ? HOMES : 1));
		}

		private Bucket bucket(int times) {
			return Bucket.builder()
				.addLimit((limit) -> limit.capacity((long) times * this.capacity)
					.refillGreedy((long) times * this.capacity, this.period))
				.build();
		}

		/**
		 * Takes one from each bucket.
		 * @return how long to wait for the one that is empty for longest, nothing if none
		 * is
		 */
		Duration take(String form, List<String> networks) {
			return Duration.ofNanos(networks.stream()
				.mapToLong((network) -> of(form + network).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill())
				.max()
				.orElse(0));
		}

		boolean isEmpty(String form) {
			return of(form).getAvailableTokens() == 0;
		}

		private Bucket of(String key) {
			return Objects.requireNonNull(this.known.get(key));
		}

	}

}
