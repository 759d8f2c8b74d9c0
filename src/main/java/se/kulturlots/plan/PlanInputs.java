package se.kulturlots.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.ReceivedInput;
import se.kulturlots.consultation.ReceivedInput.Addressed;
import se.kulturlots.consultation.ReceivedInput.Answerable;
import se.kulturlots.consultation.ReceivedInput.Answered;
import se.kulturlots.consultation.ReceivedInput.ReceivedItem;
import se.kulturlots.consultation.SectionId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;

/** What was said in the consultation of a plan, and what was decided on it. */
@Component
public class PlanInputs {

	private static final String FROM = """
			 from received_input i left join plan_disposition d on d.input_id = i.input_id and d.plan_id = :plan
			where i.consultation_id = :consultation""";

	private static final String ORDER = " order by i.received_at, i.submission, i.position limit :most offset :skip";

	private final JdbcClient jdbc;

	private final ReceivedInput said;

	private final InputDispositions dispositions;

	PlanInputs(JdbcClient jdbc, ReceivedInput said, InputDispositions dispositions) {
		this.jdbc = jdbc;
		this.said = said;
		this.dispositions = dispositions;
	}

	/**
	 * A part of the input to a plan.
	 * @param skip how many of those that are wanted come before it
	 * @param most how many it has at most
	 * @return in the order it came
	 */
	public List<WorkedInput> of(Plan plan, Wanted wanted, int skip, int most) {
		List<InputId> ids = matching("select i.input_id", plan, wanted, ORDER).param("skip", skip)
			.param("most", most)
			.query(Columns.ids(InputId::new))
			.list();
		Map<InputId, InputDisposition> decided = this.dispositions.of(plan.id(), ids);
		return this.said.items(ids).stream().map((item) -> new WorkedInput(item, decided.get(item.inputId()))).toList();
	}

	/** How many inputs to a plan are wanted. */
	public int count(Plan plan, Wanted wanted) {
		return matching("select count(*)", plan, wanted, "").query(Integer.class).single();
	}

	private JdbcClient.StatementSpec matching(String select, Plan plan, Wanted wanted, String rest) {
		return this.jdbc
			.sql(select + FROM + " and (cast(:theme as varchar) is null or i.theme = :theme)"
					+ " and (cast(:section as uuid) is null or d.section_id = :section)" + wanted.show().condition
					+ rest)
			.param("plan", plan.id())
			.param("consultation", plan.consultationId())
			.param("theme", wanted.theme())
			.param("section", wanted.section());
	}

	/** The themes that the input to a plan has been sorted under. */
	public List<String> themes(Plan plan) {
		return this.jdbc.sql("""
				select distinct theme collate "sv-x-icu" from received_input
				where consultation_id = :consultation and theme is not null order by 1""")
			.param("consultation", plan.consultationId())
			.query(String.class)
			.list();
	}

	/** How many inputs have led to each section of a plan that any has led to. */
	public Map<SectionId, Integer> ledTo(Plan plan) {
		Map<SectionId, Integer> counts = new HashMap<>();
		this.jdbc.sql("select d.section_id, count(*)" + FROM + " and d.section_id is not null group by 1")
			.param("plan", plan.id())
			.param("consultation", plan.consultationId())
			.query((rs) -> {
				counts.put(Columns.id(rs, 1, SectionId::new), rs.getInt(2));
			});
		return counts;
	}

	/**
	 * The sections of a plan as they stand now, with what has led to each.
	 * @return in their order
	 */
	public List<FixedSection> draft(Plan plan, List<PlanSection> sections) {
		Map<SectionId, Set<InputId>> led = new HashMap<>();
		this.jdbc.sql("select d.section_id, i.input_id" + FROM + " and d.section_id is not null")
			.param("plan", plan.id())
			.param("consultation", plan.consultationId())
			.query((rs) -> {
				led.computeIfAbsent(Columns.id(rs, 1, SectionId::new), (key) -> new HashSet<>())
					.add(Columns.id(rs, 2, InputId::new));
			});
		return sections.stream()
			.map((section) -> new FixedSection(section.id(), section.heading(), section.text(),
					led.getOrDefault(section.id(), Set.of())))
			.toList();
	}

	/**
	 * The numbers on the receipts of what led to some sections.
	 * @param toPublic whether what the public may not see is left out
	 * @return by the id of the input
	 */
	public Map<InputId, String> references(Plan plan, List<FixedSection> sections, boolean toPublic) {
		return references(plan, sections.stream().flatMap((section) -> section.inputIds().stream()).toList(), toPublic);
	}

	/**
	 * The numbers on the receipts of some inputs to a plan, by their ids; others are left
	 * out.
	 */
	Map<InputId, String> references(Plan plan, Collection<InputId> inputIds, boolean toPublic) {
		Map<InputId, String> references = new HashMap<>();
		this.jdbc.sql("""
				select input_id, reference from received_input where consultation_id = :consultation
				and input_id = any(cast(:ids as uuid[])) and not (:toPublic and hidden)""")
			.param("consultation", plan.consultationId())
			.param("ids", Id.texts(inputIds))
			.param("toPublic", toPublic)
			.query((rs) -> {
				references.put(Columns.id(rs, 1, InputId::new), rs.getString(2));
			});
		return references;
	}

	/**
	 * A part of the input that has been answered.
	 * @return in the order it came
	 */
	public List<ReceivedItem> answered(Plan plan, int skip, int most) {
		return this.said.items(this.jdbc.sql("""
				select i.input_id from plan_answer a join received_input i on i.input_id = a.input_id
				where a.plan_id = :plan""" + ORDER)
			.param("plan", plan.id())
			.param("skip", skip)
			.param("most", most)
			.query(Columns.ids(InputId::new))
			.list());
	}

	/** How much of the input has been answered. */
	public int countAnswered(Plan plan) {
		return this.jdbc.sql("""
				select count(*) from plan_answer a join received_input i on i.input_id = a.input_id
				where a.plan_id = :plan""").param("plan", plan.id()).query(Integer.class).single();
	}

	/** One that was said, if it has not been withdrawn. */
	public Optional<ReceivedItem> find(InputId inputId) {
		return this.said.items(List.of(inputId)).stream().findFirst();
	}

	/**
	 * Goes through what has an answer of its own and what was decided on it, a lot at a
	 * time.
	 */
	void forEachAnswered(Plan plan, BiConsumer<List<Answered>, Map<InputId, InputDisposition>> work) {
		this.said.forEachAnswered(plan.consultationId(), (lot) -> work.accept(lot,
				this.dispositions.of(plan.id(), lot.stream().map(Answered::inputId).toList())));
	}

	/** How many there are to answer to. */
	Addressed addressed(Plan plan) {
		return this.said.addressed(plan.consultationId());
	}

	/** Goes through those who said something and can be written to, a lot at a time. */
	void forEachSender(Plan plan, Consumer<List<Answerable>> work) {
		this.said.forEachSender(plan.consultationId(), work);
	}

	/**
	 * Goes through those for whom something was said without an address, a lot at a time.
	 */
	void forEachWithoutAddress(Plan plan, Consumer<List<Answerable>> work) {
		this.said.forEachWithoutAddress(plan.consultationId(), work);
	}

	/**
	 * New personal links to what people said, for those who are told what it led to.
	 * @return the path of the page by the id of the input
	 */
	Map<InputId, String> personalPaths(Plan plan, Collection<InputId> inputIds) {
		return this.said.personalPaths(plan.authorityId(), plan.consultationId(), inputIds);
	}

	/** How far the work on the input has come. */
	public Progress progress(Plan plan) {
		return this.jdbc.sql("select count(*) as total, count(d.input_id) as decided" + FROM)
			.param("plan", plan.id())
			.param("consultation", plan.consultationId())
			.query(Progress.class)
			.single();
	}

	/**
	 * How far the work on the input has come.
	 *
	 * @param total how many inputs there are
	 * @param decided on how many something was decided
	 */
	public record Progress(int total, int decided) {

		/** On how many nothing was decided. */
		public int missing() {
			return this.total - this.decided;
		}

	}

	/**
	 * Which inputs are wanted.
	 *
	 * @param show those with what decision
	 * @param theme those of what theme, null for any
	 * @param section those that led to what section, null for any
	 */
	public record Wanted(Show show, @Nullable String theme, @Nullable SectionId section) {
	}

	/** What was decided on an input. */
	public enum Show {

		/** Nothing yet. */
		NONE(" and d.input_id is null"),
		/** It led to a section. */
		LINKED(" and d.section_id is not null"),
		/** It led to nothing. */
		DECLINED(" and d.input_id is not null and d.section_id is null"),
		/** Anything. */
		ALL("");

		private final String condition;

		Show(String condition) {
			this.condition = condition;
		}

	}

}
