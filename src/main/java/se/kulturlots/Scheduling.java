package se.kulturlots;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Has what is to be done every minute done by itself. Tests do without: they set the
 * clock, and do each thing when it is its turn.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "kulturlots.scheduling", matchIfMissing = true)
@EnableScheduling
class Scheduling {

}
