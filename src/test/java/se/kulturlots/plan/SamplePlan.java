package se.kulturlots.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationContext;

import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultation.Phase;
import se.kulturlots.consultation.Consultation.Wish;
import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.consultation.Cycle;
import se.kulturlots.consultation.ReceivedInput.ReceivedItem;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.plan.PlanDecision.Body;
import se.kulturlots.plan.PlanDecision.Outcome;
import se.kulturlots.testing.SampleAuthorities;

/** A consultation of an authority of its own, whose plan is being written. */
public class SamplePlan {

	/** Who wrote it. */
	public static final String OFFICER = "handlaggare";

	/** Whose it is. */
	public final Authority authority;

	/** The plan. */
	public final PlanId id;

	/** The consultation. */
	public final CaseId consultationId;

	private final ApplicationContext context;

	private final SampleInput input;

	/**
	 * Makes one.
	 * @param context the application
	 */
	public SamplePlan(ApplicationContext context) {
		this.context = context;
		this.authority = bean(SampleAuthorities.class).region();
		Cycle cycle = bean(Cycle.class);
		LocalDate decision = today().plusDays(300);
		Consultation wanted = cycle.want(this.authority.id(),
				new Wish("Kulturplan för alla", "Vad ska planen handla om?", 2028, 2031, decision), null);
		this.consultationId = wanted.id();
		cycle.plan(this.consultationId, cycle.propose(this.authority.id(), decision, true), List.of("Vad saknas?"),
				null, 0);
		cycle.open(this.consultationId);
		cycle.enter(this.consultationId, Phase.DRAFT);
		this.id = drafting().prepare(consultation()).id();
		this.input = new SampleInput(context, consultation());
	}

	/**
	 * A bean.
	 * @param <T> its type
	 * @param type its type
	 * @return the one
	 */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * How it is written.
	 * @return the service
	 */
	public Drafting drafting() {
		return bean(Drafting.class);
	}

	/**
	 * The consultation as it is now.
	 * @return the consultation
	 */
	public Consultation consultation() {
		return bean(Consultations.class).get(this.consultationId);
	}

	/**
	 * The plan as it is now.
	 * @return the plan
	 */
	public Plan plan() {
		return bean(Plans.class).get(this.id);
	}

	/**
	 * The address where staff write it.
	 * @return its path
	 */
	public String desk() {
		return "/staff/consultations/" + this.consultationId + "/plan";
	}

	/**
	 * The date of today.
	 * @return in Sweden
	 */
	public final LocalDate today() {
		return bean(AppClock.class).today(ZoneId.of("Europe/Stockholm"));
	}

	/**
	 * Somebody says something.
	 * @param theme the theme
	 * @param text what
	 * @return what was said
	 */
	public ReceivedItem say(String theme, String text) {
		return say(theme, text, false);
	}

	/**
	 * Somebody says something.
	 * @param theme the theme
	 * @param text what
	 * @param hidden whether the public may not see it
	 * @return what was said
	 */
	public ReceivedItem say(String theme, String text, boolean hidden) {
		return this.input.say(theme, text, "svar@forening.example", "sv", hidden);
	}

	/** Somebody says the same. */
	void saySame(ReceivedItem item, String email, String language) {
		this.input.saySame(item, email, language);
	}

	/**
	 * Writes a section.
	 * @param heading its heading
	 * @param text its text
	 * @return its id
	 */
	public SectionId write(String heading, String text) {
		return drafting().addSection(this.id, heading, text, OFFICER);
	}

	/**
	 * Links an input to a section.
	 * @param item the input
	 * @param section the section
	 */
	public void link(ReceivedItem item, SectionId section) {
		drafting().link(this.id, Map.of(item.inputId(), 0), section, null, OFFICER);
	}

	/** Fixes a version. */
	public void fix() {
		drafting().fix(this.id);
	}

	/** Lets both bodies approve the latest version, and publishes it. */
	public void decide() {
		Approval approval = bean(Approval.class);
		for (Body body : Body.values()) {
			approval.record(this.id, body,
					new Approval.Record(Outcome.APPROVED, today(), "§ 42", "KUN 2026/0123", null), OFFICER);
		}
		approval.submit(this.id, today(), "KUR 2026/77");
		approval.publish(this.id);
	}

}
