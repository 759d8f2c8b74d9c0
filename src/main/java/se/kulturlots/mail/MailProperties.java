package se.kulturlots.mail;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import se.kulturlots.core.EmailAddress;

/**
 * How mails go out.
 *
 * @param from the address they come from; the authority's name stands before it
 */
@ConfigurationProperties("kulturlots.mail")
record MailProperties(@DefaultValue("no-reply@kulturlots.example") String from, @DefaultValue Sender sender) {

	MailProperties {
		from = new EmailAddress(from).value();
	}

	/**
	 * The sender.
	 *
	 * @param enabled whether it runs by itself
	 * @param batch how many mails it takes at a time
	 * @param lease how long a mail is its own; longer than the sending of one may take
	 * @param poll how often it looks when nobody has woken it
	 * @param giveUpAfter how long it tries
	 */
	record Sender(@DefaultValue("true") boolean enabled, @DefaultValue("20") int batch,
			@DefaultValue("5m") Duration lease, @DefaultValue("2s") Duration poll,
			@DefaultValue("4d") Duration giveUpAfter) {
	}

}
