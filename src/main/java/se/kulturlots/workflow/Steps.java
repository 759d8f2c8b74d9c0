package se.kulturlots.workflow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

import se.kulturlots.core.Id;

/**
 * Finds what a diagram calls: the bean {@code <processKey>Steps}, and on it the method
 * with the id of the task or form. Nothing is registered anywhere.
 */
@Component
class Steps {

	private static final String FACTS = "Facts";

	private final ListableBeanFactory beans;

	private final ObjectMapper json;

	private final Map<String, Optional<Method>> methods = new ConcurrentHashMap<>();

	Steps(ListableBeanFactory beans, ObjectMapper json) {
		this.beans = beans;
		this.json = json.copy()
			.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
			.configure(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT, true);
	}

	/** Hands a user task's answers to the domain. */
	void complete(String processKey, String taskId, Id id, Map<String, Object> answers, TaskContext context) {
		find(processKey, taskId).ifPresent((method) -> call(processKey, method, id, answers, context));
	}

	/** Makes the aggregate of a process from its start form. */
	String start(String processKey, String formId, String authorityId, Map<String, Object> answers,
			TaskContext context) {
		Method method = find(processKey, formId)
			.orElseThrow(() -> new IllegalStateException(processKey + " has no step " + formId));
		return call(processKey, method, authorityId, answers, context).toString();
	}

	/** What a form shows and is prefilled with, by the keys of its fields. */
	Map<String, Object> facts(String processKey, String formId, Object id, @Nullable TaskContext context) {
		return find(processKey, formId + FACTS)
			.map((method) -> EarlierKeys
				.withEarlier(FormFacts.of((Record) call(processKey, method, id, Map.of(), context))))
			.orElse(Map.of());
	}

	private Optional<Method> find(String processKey, String name) {
		String bean = processKey + "Steps";
		return this.methods.computeIfAbsent(bean + '.' + name, (key) -> {
			if (!this.beans.containsBean(bean)) {
				return Optional.empty();
			}
			Class<?> type = AopUtils.getTargetClass(this.beans.getBean(bean));
			return Arrays.stream(type.getMethods()).filter((method) -> method.getName().equals(name)).findFirst();
		});
	}

	private Object call(String processKey, Method method, Object id, Map<String, Object> answers,
			@Nullable TaskContext context) {
		Object[] arguments = Arrays.stream(method.getParameterTypes()).map((type) -> {
			if (type.isInstance(id)) {
				return id;
			}
			if (Id.class.isAssignableFrom(type)) {
				return Id.of(type.asSubclass(Id.class), ((Id) id).value());
			}
			return (type == TaskContext.class) ? context : this.json.convertValue(answers, type);
		}).toArray();
		try {
			return method.invoke(this.beans.getBean(processKey + "Steps"), arguments);
		}
		catch (InvocationTargetException ex) {
			if (ex.getTargetException() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(ex.getTargetException());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
