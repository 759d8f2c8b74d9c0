package se.kulturlots.mail;

import java.util.Objects;
import java.util.Properties;

import jakarta.mail.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server that is configured for Spring, with time limits on every wait. */
@Component
class SmtpServer {

	private final JavaMailSenderImpl configured;

	SmtpServer(JavaMailSender configured) {
		this.configured = (JavaMailSenderImpl) configured;
	}

	SmtpConnection open() {
		String protocol = Objects.requireNonNullElse(this.configured.getProtocol(), "smtp");
		return new SmtpConnection(session(protocol), protocol, this.configured.getHost(), this.configured.getPort(),
				given(this.configured.getUsername()), given(this.configured.getPassword()));
	}

	// an empty name would make the connection try to sign in
	private static @Nullable String given(@Nullable String setting) {
		return (setting == null || setting.isEmpty()) ? null : setting;
	}

	private Session session(String protocol) {
		Properties properties = new Properties();
		properties.putAll(this.configured.getSession().getProperties());
		String prefix = "mail." + protocol + ".";
		properties.putIfAbsent(prefix + "connectiontimeout", "10000");
		properties.putIfAbsent(prefix + "timeout", "60000");
		properties.putIfAbsent(prefix + "writetimeout", "60000");
		properties.put(prefix + "quitwait", "false");
		// chunks would pass by the moment of handing over
		properties.put(prefix + "chunksize", "-1");
		return Session.getInstance(properties);
	}

}
