package se.kulturlots.workflow;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that diagrams call, by name: steps, and who knows when something is due. The
 * engine sees nothing else of the application. Each is made when an expression names it,
 * since the engine is there before them.
 */
final class DiagramBeans extends AbstractMap<Object, Object> {

	private static final String STEPS = "Steps";

	/** Beans with more to them than diagrams ask for, and what they may ask for. */
	private static final Map<String, Set<String>> OTHERS = Map.of("deadlines",
			Set.of("due", "next", "nextReminder", "passed"), "taskDates",
			Set.of("beforeLastDay", "inWorkingDays", "lastDay"));

	private final BeanFactory beans;

	private final Map<Class<?>, Set<String>> methods = new ConcurrentHashMap<>();

	DiagramBeans(BeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public boolean containsKey(@Nullable Object name) {
		return name instanceof String bean && (bean.endsWith(STEPS) || OTHERS.containsKey(bean))
				&& this.beans.containsBean(bean);
	}

	@Override
	public @Nullable Object get(@Nullable Object name) {
		if (!containsKey(name)) {
			return null;
		}
		Object bean = this.beans.getBean((String) name);
		this.methods.computeIfAbsent(bean.getClass(),
				(type) -> OTHERS.getOrDefault(name, ownMethods(AopUtils.getTargetClass(bean))));
		return bean;
	}

	/** What is neither a proxy's nor everybody's, as {@code getClass} is. */
	private static Set<String> ownMethods(Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
			.map(Method::getName)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Whether this is one of the beans and diagrams may call that method of it. */
	boolean offer(Object bean, String method) {
		return this.methods.getOrDefault(bean.getClass(), Set.of()).contains(method);
	}

	@Override
	public Set<Entry<Object, Object>> entrySet() {
		throw new UnsupportedOperationException("beans are asked for by name");
	}

}
