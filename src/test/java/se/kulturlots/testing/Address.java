package se.kulturlots.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An address of ours and how it is asked for.
 *
 * @param method the HTTP method
 * @param pattern the address, with variables in braces
 */
public record Address(String method, String pattern) {

	/**
	 * Every address that a page of the application answers.
	 * @param mappings the mappings of the application
	 * @return the addresses, each once; not those that are there for tests
	 */
	public static List<Address> all(RequestMappingHandlerMapping mappings) {
		return mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((mapping) -> isOurs(mapping.getValue()))
			.map(Map.Entry::getKey)
			.flatMap(Address::of)
			.distinct()
			.toList();
	}

	private static boolean isOurs(HandlerMethod handler) {
		return !handler.getBeanType().getPackageName().startsWith(Address.class.getPackageName());
	}

	private static Stream<Address> of(RequestMappingInfo mapping) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		List<String> names = methods.isEmpty() ? List.of("GET", "POST") : methods.stream().map(Enum::name).toList();
		return mapping.getPatternValues()
			.stream()
			.flatMap((pattern) -> names.stream().map((method) -> new Address(method, pattern)));
	}

	@Override
	public String toString() {
		return this.method + " " + this.pattern;
	}

}
