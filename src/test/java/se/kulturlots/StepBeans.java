package se.kulturlots;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.util.ClassUtils;

/** The components of the application by name, found as Spring does but not started. */
final class StepBeans {

	private final Map<String, Class<?>> types = new TreeMap<>();

	StepBeans() {
		SimpleBeanDefinitionRegistry registry = new SimpleBeanDefinitionRegistry();
		for (BeanDefinition found : new ClassPathScanningCandidateComponentProvider(true)
			.findCandidateComponents("se.kulturlots")) {
			String name = AnnotationBeanNameGenerator.INSTANCE.generateBeanName(found, registry);
			this.types.put(name, ClassUtils.resolveClassName(found.getBeanClassName(), null));
		}
	}

	Optional<Class<?>> type(String bean) {
		return Optional.ofNullable(this.types.get(bean));
	}

	/** The steps of a process. */
	Optional<Class<?>> stepsOf(Diagram diagram) {
		return type(diagram.key() + "Steps");
	}

	/** Public methods by that name: the engine sees only these, on public classes. */
	static List<Method> methods(Class<?> type, String name) {
		return Arrays.stream(type.getMethods())
			.filter((method) -> method.getName().equals(name) && Modifier.isPublic(type.getModifiers()))
			.toList();
	}

}
