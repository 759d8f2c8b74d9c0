package se.kulturlots.input;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.core.Id;
import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.TaskSubjects;

/**
 * Tells the tasks with the input on the questions from those with the comments on the
 * draft.
 */
@Component
class PeriodSubjects implements TaskSubjects {

	private final InputPeriods periods;

	private final MessageSource messages;

	PeriodSubjects(InputPeriods periods, MessageSource messages) {
		this.periods = periods;
		this.messages = messages;
	}

	@Override
	public ProcessKey process() {
		return InputProcess.KEY;
	}

	@Override
	public Map<? extends Id, String> names(Collection<? extends Id> ids, Locale locale) {
		return this.periods.findAllById(ids.stream().map((id) -> new InputPeriodId(id.value())).toList())
			.stream()
			.collect(Collectors.toMap(InputPeriod::id,
					(period) -> this.messages.getMessage(period.kind().messageKey(), null, locale)));
	}

}
