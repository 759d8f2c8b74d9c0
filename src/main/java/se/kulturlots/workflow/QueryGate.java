package se.kulturlots.workflow;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/**
 * Refuses an expression in what somebody signed in asks the engine for, at any depth. The
 * engine itself looks at the outermost query only and works out what is within. A stored
 * filter's own expressions are the application's (see {@link CommandPermissions}).
 */
@Component
class QueryGate extends CommandInterceptor {

	/** The fields of a kind of query that can hold further queries. */
	private static final ClassValue<List<Field>> HOLDERS = new ClassValue<>() {

		@Override
		protected List<Field> computeValue(Class<?> type) {
			List<Field> holders = new ArrayList<>();
			ReflectionUtils.doWithFields(type, (field) -> {
				ReflectionUtils.makeAccessible(field);
				holders.add(field);
			}, (field) -> Query.class.isAssignableFrom(field.getType())
					|| Collection.class.isAssignableFrom(field.getType()));
			return List.copyOf(holders);
		}

	};

	private final TenantOfCase tenantOfCase;

	private final EngineTexts texts;

	QueryGate(TenantOfCase tenantOfCase, EngineTexts texts) {
		this.tenantOfCase = tenantOfCase;
		this.texts = texts;
	}

	@Override
	public <T> T execute(Command<T> command) {
		CommandContext context = Context.getCommandContext();
		if (context.getAuthenticatedUserId() != null && holdsExpression(query(command), none())) {
			throw new AnswersRefused(this.texts.of(this.tenantOfCase.current(), "workflow.engine.expression"));
		}
		return this.next.execute(command);
	}

	private static Set<Object> none() {
		return Collections.newSetFromMap(new IdentityHashMap<>());
	}

	private static @Nullable Object query(Command<?> command) {
		return (command instanceof AbstractExecuteFilterCmd) ? CommandFields.read(command, "extendingQuery") : command;
	}

	/** Queries joined by "or" know each other, and themselves. */
	private static boolean holdsExpression(@Nullable Object candidate, Set<Object> seen) {
		if (candidate instanceof Collection<?> several) {
			return several.stream().anyMatch((each) -> holdsExpression(each, seen));
		}
		return candidate instanceof AbstractQuery<?, ?> query && seen.add(query)
				&& (!query.getExpressions().isEmpty() || HOLDERS.get(query.getClass())
					.stream()
					.anyMatch((holder) -> holdsExpression(ReflectionUtils.getField(holder, query), seen)));
	}

}
