package se.kulturlots.input;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.EmailAddress;

/** An open period of a consultation, in which people answer the first question. */
public class SampleInput {

	private final ApplicationContext context;

	private final InputPeriod period;

	public SampleInput(ApplicationContext context, Authority authority, Consultation consultation) {
		this.context = context;
		LocalDate today = context.getBean(AppClock.class).today(authority.zone());
		this.period = context.getBean(InputSchedule.class)
			.planExtra(context.getBean(Consultations.class).get(consultation.id()), InputPeriod.Kind.INPUT, today,
					today.plusDays(20));
		context.getBean(InputProgress.class).open(this.period.id());
	}

	/** Somebody says something. */
	public Submission say(@Nullable String organisation, String name, EmailAddress email, String text) {
		Sender sender = new Sender(organisation, name, email, null, Locale.forLanguageTag("sv"));
		return this.context.getBean(Intake.class)
			.receive(this.period.authorityId(), this.period.id(), UUID.randomUUID(), sender, answer(text));
	}

	/** An answer to the first question. */
	public Map<String, String> answer(String text) {
		return Map.of(this.context.getBean(InputFields.class).of(this.period).get(0).key(), text);
	}

}
