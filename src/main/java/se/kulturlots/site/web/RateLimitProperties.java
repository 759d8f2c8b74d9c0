package se.kulturlots.site.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the public may send. So much at once, and so much again over each period.
 *
 * @param client to one form from one network; many people may share one
 * @param form what one form of one authority takes, from everywhere
 * @param room what a network may send to a form that has taken all it takes; enough to
 * fill in, look at and send one
 * @param period over what time
 */
@ConfigurationProperties("kulturlots.rate-limit")
record RateLimitProperties(@DefaultValue("120") int client, @DefaultValue("1000") int form,
		@DefaultValue("12") int room, @DefaultValue("10m") Duration period) {
}
