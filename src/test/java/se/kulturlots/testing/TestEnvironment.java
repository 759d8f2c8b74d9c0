package se.kulturlots.testing;

import java.io.IOException;

import javax.sql.DataSource;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.servlet.DispatcherType;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import se.kulturlots.identity.PathRule;

/** Real PostgreSQL and a real SMTP server for the tests. */
@TestConfiguration(proxyBeanMethods = false)
public class TestEnvironment {

	@Bean(destroyMethod = "close")
	EmbeddedPostgres embeddedPostgres() throws IOException {
		return EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").setRegisterShutdownHook(false).start();
	}

	@Bean
	Statements statements() {
		return new Statements();
	}

	/** The public pages of {@link SampleKind}. */
	@Bean
	static PathRule samplePaths() {
		return PathRule.open("/{authority}/samples/**");
	}

	@Bean
	static HashWork hashWork() {
		return new HashWork();
	}

	@Bean
	HikariDataSource pool(EmbeddedPostgres postgres) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
		pool.setUsername("postgres");
		pool.setMaximumPoolSize(20);
		return pool;
	}

	@Bean
	@Primary
	DataSource dataSource(HikariDataSource pool, Statements statements) {
		return statements.watch(pool);
	}

	@Bean(initMethod = "start", destroyMethod = "stop")
	GreenMail greenMail() {
		return new GreenMail(ServerSetup.SMTP.dynamicPort());
	}

	@Bean
	JavaMailSender mailSender(GreenMail greenMail) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(greenMail.getSmtp().getPort());
		sender.setDefaultEncoding("UTF-8");
		return sender;
	}

	@Bean
	FilterRegistrationBean<ServedPages> servedPages() {
		FilterRegistrationBean<ServedPages> registration = new FilterRegistrationBean<>(new ServedPages());
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Bean
	FilterRegistrationBean<SampleAddress> sampleAddress() {
		FilterRegistrationBean<SampleAddress> registration = new FilterRegistrationBean<>(new SampleAddress());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

}
