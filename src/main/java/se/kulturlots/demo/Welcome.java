package se.kulturlots.demo;

import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import se.kulturlots.core.PublicAddress;
import se.kulturlots.identity.Account;

/** Says at start where to go and who one can be. */
@Component
@Profile("demo")
class Welcome {

	private static final Logger log = LoggerFactory.getLogger(Welcome.class);

	private final PublicAddress address;

	private final DataFolder folder;

	Welcome(PublicAddress address, DataFolder folder) {
		this.address = address;
		this.folder = folder;
	}

	@EventListener
	void on(ApplicationReadyEvent event) {
		log.info("""
				Kulturlots is here:

				    {}

				    Sign in as {}
				    with the password {}
				    Mailbox: {}
				    Data: {} (delete the folder to begin anew)
				""", this.address.url("/demo"),
				DemoAccounts.ALL.stream().map(Account::id).collect(Collectors.joining(", ")), DemoAccounts.PASSWORD,
				this.address.url("/demo/mailbox"), this.folder);
	}

}
