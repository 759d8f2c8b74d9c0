package se.kulturlots.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.ReceivedInput;
import se.kulturlots.consultation.ReceivedInput.Addressed;
import se.kulturlots.consultation.ReceivedInput.Answerable;
import se.kulturlots.consultation.ReceivedInput.Answered;
import se.kulturlots.consultation.ReceivedInput.ReceivedItem;
import se.kulturlots.core.CaseId;

/** What was said in the consultation of a plan, and what was decided on it. */
@Component
public class PlanInputs {

	private final ReceivedInput said;

	private final InputDispositions dispositions;

	PlanInputs(ReceivedInput said, InputDispositions dispositions) {
		this.said = said;
		this.dispositions = dispositions;
	}

	/**
	 * All input to a plan.
	 * @return in the order it came
	 */
	public List<WorkedInput> of(Plan plan) {
		Map<UUID, InputDisposition> decided = this.dispositions.of(plan.id());
		return said(plan.consultationId()).stream()
			.map((item) -> new WorkedInput(item, decided.get(item.inputId())))
			.toList();
	}

	/**
	 * What was said in a consultation.
	 * @return in the order it came
	 */
	public List<ReceivedItem> said(CaseId consultationId) {
		return this.said.items(consultationId);
	}

	/**
	 * Goes through what has an answer of its own and what was decided on it, a lot at a
	 * time.
	 */
	void forEachAnswered(Plan plan, BiConsumer<List<Answered>, Map<UUID, InputDisposition>> work) {
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
	 * New personal links to what people said, for those who are told what it led to.
	 * @return the path of the page by the id of the input
	 */
	Map<UUID, String> personalPaths(Plan plan, Collection<UUID> inputIds) {
		return this.said.personalPaths(plan.authorityId(), plan.consultationId(), inputIds);
	}

	/**
	 * How far the work on the input has come.
	 * @return how many there are, and on how many something was decided
	 */
	public Progress progress(Plan plan) {
		return Progress.of(of(plan));
	}

	/**
	 * How far the work on the input has come.
	 *
	 * @param total how many inputs there are
	 * @param decided on how many something was decided
	 */
	public record Progress(int total, int decided) {

		/** Counts. */
		public static Progress of(List<WorkedInput> inputs) {
			return new Progress(inputs.size(),
					(int) inputs.stream().filter((input) -> input.disposition() != null).count());
		}

		/**
		 * On how many nothing was decided.
		 * @return zero when all is done
		 */
		public int missing() {
			return this.total - this.decided;
		}

	}

}
