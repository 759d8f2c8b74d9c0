package se.kulturlots.workflow;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Logs what the engine could not do. The engine's own log takes a refused answer for a
 * fault, with what somebody typed in it.
 */
@Component
class FailedCommands extends CommandInterceptor {

	private static final Logger log = LoggerFactory.getLogger(FailedCommands.class);

	@Override
	public <T> T execute(Command<T> command) {
		boolean outermost = Context.getCommandContext() == null;
		try {
			return this.next.execute(command);
		}
		catch (RuntimeException ex) {
			if (outermost) {
				tell(command, ex);
			}
			throw ex;
		}
	}

	private static void tell(Command<?> failed, RuntimeException ex) {
		String command = failed.getClass().getSimpleName();
		if (ex instanceof AnswersRefused refused) {
			log.info("{} refused: {}", command, refused.problem().messageKey());
		}
		else if (ex instanceof AuthorizationException || ex instanceof BadUserRequestException
				|| ex instanceof TaskAlreadyClaimedException) {
			log.info("{} refused: {}", command, ex.getClass().getSimpleName());
		}
		else if (failed instanceof Query && SenselessQuery.isToldBy(ex.getClass().getSimpleName())) {
			log.info("{} makes no sense: {}", command, ex.getClass().getSimpleName());
		}
		else if (ex instanceof OptimisticLockingException) {
			log.debug("{} came second", command);
		}
		else {
			log.error("{} failed", command, ex);
		}
	}

}
