package se.kulturlots.testing;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.jspecify.annotations.Nullable;

/**
 * Every resource of the engine's REST API and of its web applications' APIs in the
 * version in use, read from their JAX-RS annotations.
 */
public final class EngineApi {

	private static final List<Resource> ALL = Stream
		.of(below("/engine-rest", CamundaRestResources.getResourceClasses()),
				below("/camunda/api/engine", classes(new EngineRestApplication())),
				below("/camunda/api/admin", classes(new AdminApplication())),
				below("/camunda/api/cockpit", classes(new CockpitApplication())),
				below("/camunda/api/tasklist", classes(new TasklistApplication())),
				below("/camunda/api/welcome", classes(new WelcomeApplication())))
		.flatMap(List::stream)
		.distinct()
		.toList();

	private EngineApi() {
	}

	/**
	 * Everything that can be asked for.
	 * @return the resources, each address once
	 */
	public static List<Resource> resources() {
		return ALL;
	}

	private static Set<Class<?>> classes(Application application) {
		return application.getClasses();
	}

	private static List<Resource> below(String start, Collection<Class<?>> roots) {
		List<Resource> found = new ArrayList<>();
		for (Class<?> root : roots) {
			Path path = inherited(root);
			if (path != null) {
				walk(start + "/" + path.value(), root, new ArrayDeque<>(), found);
			}
		}
		return found;
	}

	private static @Nullable Path inherited(Class<?> type) {
		return Stream.concat(Stream.of(type), supertypes(type))
			.map((each) -> each.getAnnotation(Path.class))
			.filter((path) -> path != null)
			.findFirst()
			.orElse(null);
	}

	/** A method with a path and no HTTP method leads on to what its return type has. */
	private static void walk(String start, Class<?> type, Deque<Class<?>> above, List<Resource> found) {
		if (above.contains(type)) {
			return;
		}
		above.push(type);
		for (Method method : type.getMethods()) {
			Method declared = method.isBridge() ? null : annotated(method).orElse(null);
			if (declared == null) {
				continue;
			}
			Path path = declared.getAnnotation(Path.class);
			String address = start + ((path != null) ? "/" + path.value() : "");
			Optional<String> asks = httpMethod(declared);
			if (asks.isPresent()) {
				found.add(new Resource(asks.get(), address.replaceAll("/+", "/").replaceAll("(.)/$", "$1"),
						body(declared)));
			}
			else {
				walk(address, declared.getReturnType(), above, found);
			}
		}
		above.pop();
	}

	private static Optional<Method> annotated(Method method) {
		if (httpMethod(method).isPresent() || method.isAnnotationPresent(Path.class)) {
			return Optional.of(method);
		}
		return supertypes(method.getDeclaringClass()).flatMap((type) -> Arrays.stream(type.getMethods()))
			.filter((other) -> other.getName().equals(method.getName())
					&& Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
			.map(EngineApi::annotated)
			.flatMap(Optional::stream)
			.findFirst();
	}

	private static Stream<Class<?>> supertypes(Class<?> type) {
		return Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()));
	}

	private static Optional<String> httpMethod(AnnotatedElement element) {
		return Arrays.stream(element.getAnnotations())
			.map(Annotation::annotationType)
			.map((type) -> type.getAnnotation(HttpMethod.class))
			.filter((method) -> method != null)
			.map(HttpMethod::value)
			.findFirst();
	}

	/** What has no annotation is read from the body. */
	private static @Nullable Class<?> body(Method method) {
		return Arrays.stream(method.getParameters())
			.filter((parameter) -> parameter.getAnnotations().length == 0)
			.map(Parameter::getType)
			.findFirst()
			.orElse(null);
	}

	/**
	 * A resource.
	 *
	 * @param method the HTTP method
	 * @param path its address, with variables in braces
	 * @param body the type of its body, if it has one
	 */
	public record Resource(String method, String path, @Nullable Class<?> body) {

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

}
