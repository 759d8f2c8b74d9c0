package se.kulturlots.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import javax.sql.DataSource;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.FileSystemUtils;

/**
 * What production has outside the application: a database server and a mail server. Each
 * bean needs the one above it, so Spring stops them after all that uses them, the engine
 * first and the data folder last.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoEnvironment {

	@Bean
	DataFolder dataFolder(@Value("${kulturlots.data}") Path path) {
		return DataFolder.open(path);
	}

	@Bean(destroyMethod = "close")
	EmbeddedPostgres embeddedPostgres(DataFolder folder) throws IOException {
		LeftBehindServer.stop(folder.database());
		if (!Files.exists(folder.databaseIsMade())) {
			// killed while it was being made
			FileSystemUtils.deleteRecursively(folder.database());
		}
		EmbeddedPostgres postgres = EmbeddedPostgres.builder()
			.setDataDirectory(folder.database())
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setLocaleConfig("locale", "C.UTF-8")
			// the library's defaults give up stored data for speed
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setPGStartupWait(Duration.ofMinutes(1))
			.start();
		Files.write(folder.databaseIsMade(), new byte[0]);
		return postgres;
	}

	@Bean
	DataSource dataSource(EmbeddedPostgres postgres) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
		pool.setUsername("postgres");
		pool.setMaximumPoolSize(20);
		return pool;
	}

	@Bean(initMethod = "start", destroyMethod = "stop")
	GreenMail mailServer(Mailbox mailbox) {
		ServerSetup smtp = ServerSetup.SMTP.dynamicPort();
		smtp.setServerStartupTimeout(Duration.ofMinutes(1).toMillis());
		GreenMail server = new GreenMail(smtp);
		server.getUserManager().setMessageDeliveryHandler(mailbox::receive);
		return server;
	}

	@Bean
	JavaMailSender mailSender(GreenMail mailServer) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(mailServer.getSmtp().getPort());
		sender.setDefaultEncoding("UTF-8");
		return sender;
	}

}
