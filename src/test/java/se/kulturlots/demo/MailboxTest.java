package se.kulturlots.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

import se.kulturlots.core.AppClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MailboxTest {

	@TempDir
	Path path;

	AppClock clock = new AppClock();

	DataFolder folder;

	Mailbox mailbox;

	GreenMail server;

	JavaMailSender sender;

	@BeforeEach
	void start() throws Exception {
		this.folder = DataFolder.open(this.path);
		this.mailbox = new Mailbox(this.folder, this.clock);
		this.server = new DemoEnvironment().mailServer(this.mailbox);
		this.server.start();
		this.sender = new DemoEnvironment().mailSender(this.server);
	}

	@AfterEach
	void stop() throws Exception {
		this.server.stop();
		this.folder.close();
	}

	@Test
	void mailsSurviveARestartWithAllTheirParts() throws Exception {
		this.clock.jumpTo(Instant.parse("2027-03-01T08:00:00Z"));
		send("ordf@skolan.example", "Välkommen till samråd");
		OpenedMail mail = onlyOneAfterARestart();
		assertThat(mail.mail().recipient()).isEqualTo("ordf@skolan.example");
		assertThat(mail.mail().subject()).isEqualTo("Välkommen till samråd");
		assertThat(mail.mail().from()).isEqualTo("Region Åsa <kultur@region.example>");
		assertThat(mail.mail().at()).isBetween("2027-03-01T08:00:00Z", "2027-03-01T08:01:00Z");
		assertThat(mail.text()).contains("Hej Åke");
		assertThat(mail.html()).contains("<p>Hej Åke</p>");
		assertThat(mail.headers()).extracting(OpenedMail.Line::name).contains("Auto-Submitted", "Message-ID");
		assertThat(mail.attachments()).singleElement().satisfies((attachment) -> {
			assertThat(attachment.name()).isEqualTo("möte.ics");
			assertThat(new String(attachment.bytes(), StandardCharsets.UTF_8)).isEqualTo("BEGIN:VCALENDAR");
		});
	}

	@Test
	void theNewestComesFirst() throws Exception {
		send("a@x.example", "1");
		send("a@x.example", "2");
		this.clock.jumpTo(Instant.parse("2040-01-01T00:00:00Z"));
		send("a@x.example", "3");
		assertThat(this.mailbox.find("")).extracting(ReceivedMail::subject).containsExactly("3", "2", "1");
	}

	@Test
	void aMailToTwoIsFoundByEither() throws Exception {
		send("anna@x.example,bo@y.example", "1");
		assertThat(this.mailbox.find(" ANNA")).singleElement();
		assertThat(this.mailbox.find("@y.")).extracting(ReceivedMail::recipient).containsExactly("bo@y.example");
		assertThat(this.mailbox.find("nobody")).isEmpty();
		assertThat(this.mailbox.size()).isEqualTo(2);
	}

	@Test
	void onlyMailsCanBeOpened() throws Exception {
		send("anna@x.example", "1");
		assertThat(this.mailbox.open("../lock")).isEmpty();
		assertThat(this.mailbox.open("")).isEmpty();
	}

	@Test
	void aMailThatCannotBeKeptIsNotAccepted() throws Exception {
		java.nio.file.Files.delete(this.folder.mail());
		assertThatExceptionOfType(MailException.class).isThrownBy(() -> send("anna@x.example", "1"));
	}

	private OpenedMail onlyOneAfterARestart() throws Exception {
		Mailbox restarted = new Mailbox(this.folder, new AppClock());
		ReceivedMail mail = restarted.find("").get(0);
		assertThat(restarted.size()).isEqualTo(1);
		return restarted.open(mail.id()).orElseThrow();
	}

	private void send(String recipients, String subject) throws Exception {
		MimeMessage message = this.sender.createMimeMessage();
		MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
		helper.setFrom("kultur@region.example", "Region Åsa");
		helper.setTo(recipients.split(","));
		helper.setSubject(subject);
		helper.setText("Hej Åke", "<p>Hej Åke</p>");
		helper.addAttachment("möte.ics", new ByteArrayResource("BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8)),
				"text/calendar");
		message.setHeader("Auto-Submitted", "auto-generated");
		this.sender.send(message);
	}

}
