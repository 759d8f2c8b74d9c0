package se.kulturlots.plan;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.CycleDeadline;
import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.ReceivedInput;
import se.kulturlots.consultation.ReceivedInput.ReceivedItem;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.Id;
import se.kulturlots.deadline.Deadlines;

/**
 * What people say in a consultation, as the module of the input stores it: the two
 * modules do not know each other.
 */
class SampleInput {

	private final ApplicationContext context;

	private final Consultation consultation;

	private final Id period = new Id(UUID.randomUUID());

	private int last;

	SampleInput(ApplicationContext context, Consultation consultation) {
		this.context = context;
		this.consultation = consultation;
		sql("""
				insert into input_period (id, version, authority_id, consultation_id, kind, status, created_at, opened_at)
				values (:period, 0, :authority, :consultation, 'INPUT', 'OPEN', :now, :now)""")
			.param("consultation", consultation.id())
			.update();
		context.getBean(Deadlines.class)
			.set(consultation.authorityId(), this.period, CycleDeadline.OPENING, LocalDate.of(2026, 1, 1));
	}

	/** Somebody says something; without an address it came on paper. */
	ReceivedItem say(@Nullable String theme, String text, @Nullable String email, String language, boolean hidden) {
		InputId id = add(theme, text, email, language, hidden, null);
		return this.context.getBean(ReceivedInput.class).items(List.of(id)).get(0);
	}

	/** Somebody says the same. */
	void saySame(ReceivedItem item, String email, String language) {
		add(item.theme(), item.text(), email, language, false, item.inputId());
	}

	private InputId add(@Nullable String theme, String text, @Nullable String email, String language, boolean hidden,
			@Nullable InputId duplicateOf) {
		InputId id = new InputId(UUID.randomUUID());
		UUID submission = UUID.randomUUID();
		this.last++;
		String reference = "S-2026-" + String.format("%04d", this.last);
		sql("""
				insert into input_submission (id, version, authority_id, period_id, reference, channel,
					organisation_name, name, email, language, received_at, late, registered_by)
				values (:submission, 0, :authority, :period, :reference, :channel, :organisation,
					'Kim Person', :email, :language, :now, false, :registrar)""").param("submission", submission)
			.param("reference", reference)
			.param("channel", (email != null) ? "WEB" : "PAPER")
			.param("organisation", (this.last % 2 == 1) ? "Hembygdsföreningen i Gamla stan" : null)
			.param("email", email)
			.param("language", language)
			.param("registrar", (email != null) ? null : "handlaggare")
			.update();
		sql("""
				insert into input (id, authority_id, period_id, submission_id, position, reference, text, theme, hidden,
					hidden_reason, duplicate_of, written_at)
				values (:id, :authority, :period, :submission, 1, :reference, :text, :theme, :hidden, :reason, :same,
					:now)""").param("id", id)
			.param("submission", submission)
			.param("reference", reference)
			.param("text", text)
			.param("theme", theme)
			.param("hidden", hidden)
			.param("reason", hidden ? "Personuppgifter" : null)
			.param("same", duplicateOf)
			.update();
		return id;
	}

	private JdbcClient.StatementSpec sql(String statement) {
		return this.context.getBean(JdbcClient.class)
			.sql(statement)
			.param("authority", this.consultation.authorityId())
			.param("period", this.period)
			.param("now", Timestamp.from(this.context.getBean(AppClock.class).instant()));
	}

}
