package se.kulturlots.workflow;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.BeanUtils;

import se.kulturlots.core.Id;

/**
 * What the engine's expressions can reach: variables, the beans that diagrams call, the
 * business key, and in the filters who asks and what day it is. There is no way from any
 * of these to a class, to reflection or to another bean; what is not named here is
 * refused.
 */
final class Expressions extends JuelExpressionManager {

	private static final Set<String> FUNCTIONS = Set.of(CommandContextFunctions.CURRENT_USER,
			CommandContextFunctions.CURRENT_USER_GROUPS, DateTimeFunctions.NOW, DateTimeFunctions.DATE_TIME);

	private static final String BUSINESS_KEY = "processBusinessKey";

	private static final String PLUS_DAYS = "plusDays";

	private final DiagramBeans diagramBeans;

	Expressions(DiagramBeans diagramBeans) {
		super(diagramBeans);
		this.diagramBeans = diagramBeans;
	}

	/** The engine's plugins offer functions too, which read any text as XML or JSON. */
	@Override
	public void addFunction(String name, Method function) {
		if (FUNCTIONS.contains(name)) {
			super.addFunction(name, function);
		}
	}

	@Override
	protected ELResolver createElResolver() {
		CompositeELResolver resolver = new CompositeELResolver();
		resolver.add(new VariableScopeElResolver());
		resolver.add(new VariableContextElResolver());
		resolver.add(new BeansInProcess(this.diagramBeans));
		resolver.add(new PermittedCalls(this.diagramBeans));
		return resolver;
	}

	/** A query has no process, and no business with beans. */
	private static final class BeansInProcess extends ReadOnlyMapELResolver {

		private BeansInProcess(DiagramBeans beans) {
			super(beans);
		}

		@Override
		public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
			return (context.getContext(VariableScope.class) != null) ? super.getValue(context, base, property) : null;
		}

	}

	private static final class PermittedCalls extends BeanELResolver {

		private final DiagramBeans beans;

		private PermittedCalls(DiagramBeans beans) {
			super(true);
			this.beans = beans;
		}

		@Override
		public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
			if (base == null) {
				return null;
			}
			if (base instanceof ExecutionEntity && BUSINESS_KEY.equals(property)) {
				return super.getValue(context, base, property);
			}
			throw refused(base, property);
		}

		@Override
		public @Nullable Object invoke(ELContext context, @Nullable Object base, Object method,
				Class<?> @Nullable [] types, Object[] arguments) {
			if (base == null) {
				return null;
			}
			if (method instanceof String name
					&& (this.beans.offer(base, name) || base instanceof DateTime && PLUS_DAYS.equals(name))) {
				return super.invoke(context, base, name, types, withIds(base, name, arguments));
			}
			throw refused(base, method);
		}

		/** Diagrams hand the business key, a string, to steps that take the id. */
		private static Object[] withIds(Object base, String name, Object[] arguments) {
			Method called = BeanUtils.findMethodWithMinimalParameters(AopUtils.getTargetClass(base), name);
			if (called == null || called.getParameterCount() != arguments.length) {
				return arguments;
			}
			Object[] given = arguments.clone();
			for (int i = 0; i < given.length; i++) {
				Class<?> type = called.getParameterTypes()[i];
				if (given[i] instanceof String text && Id.class.isAssignableFrom(type)) {
					given[i] = Id.of(type.asSubclass(Id.class), UUID.fromString(text));
				}
			}
			return given;
		}

		private static ELException refused(Object base, Object what) {
			return new ELException("An expression may not reach " + what + " of " + base.getClass().getName());
		}

	}

}
