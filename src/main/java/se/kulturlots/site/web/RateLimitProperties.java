package se.kulturlots.site.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the public may send. So much at once, and so much again over each period.
 *
 * @param client to one form from one address; many people may share one
 * @param form to one form of one authority, from everywhere
 * @param period over what time
 */
@ConfigurationProperties("kulturlots.rate-limit")
record RateLimitProperties(@DefaultValue("120") int client, @DefaultValue("1000") int form,
		@DefaultValue("10m") Duration period) {
}
