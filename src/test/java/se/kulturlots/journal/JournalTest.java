package se.kulturlots.journal;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.core.CaseId;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAuthorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@KulturlotsTest
class JournalTest {

	@Autowired
	Journal journal;

	@Autowired
	SampleAuthorities authorities;

	@Autowired
	JdbcClient jdbc;

	@Test
	void thePublicReadsOnlyWhatIsPublished() {
		String authority = this.authorities.region().id();
		CaseId caseId = new CaseId(UUID.randomUUID());
		this.journal.note(authority, caseId, "for.staff", "a");
		this.journal.publish(authority, caseId, "for.all", 3);
		assertThat(this.journal.of(authority, caseId, true, 10)).extracting(Journal.Entry::textKey)
			.containsExactly("for.all");
		assertThat(this.journal.of(authority, caseId, false, 10)).extracting(Journal.Entry::textKey)
			.containsExactly("for.all", "for.staff");
	}

	@Test
	void anotherAuthoritySeesNothing() {
		String authority = this.authorities.region().id();
		CaseId caseId = new CaseId(UUID.randomUUID());
		this.journal.publish(authority, caseId, "for.all");
		assertThat(this.journal.of(this.authorities.region().id(), caseId, false, 10)).isEmpty();
	}

	@Test
	void aLineCannotBeChanged() {
		String authority = this.authorities.region().id();
		CaseId caseId = new CaseId(UUID.randomUUID());
		this.journal.publish(authority, caseId, "for.all");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update journal_entry set text_key = 'x' where case_id = :case")
				.param("case", caseId)
				.update());
	}

}
