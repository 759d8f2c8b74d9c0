package se.kulturlots;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * What the code calls things of the diagrams: the constants of a type, in all modules.
 */
final class ModelConstants {

	private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("se.kulturlots");

	private ModelConstants() {
	}

	static <T> List<T> of(Class<T> type) {
		return CLASSES.stream()
			.flatMap((each) -> each.getFields().stream())
			.filter((field) -> field.getModifiers().contains(JavaModifier.STATIC)
					&& field.getRawType().isEquivalentTo(type))
			.map((field) -> type.cast(value(field)))
			.toList();
	}

	/** The constants of all enums that implement an interface. */
	static <T> Stream<T> implementing(Class<T> type) {
		return CLASSES.stream()
			.filter((each) -> each.isEnum() && each.isAssignableTo(type))
			.flatMap((each) -> Stream.of(each.reflect().getEnumConstants()))
			.map(type::cast);
	}

	private static Object value(JavaField constant) {
		try {
			var field = constant.reflect();
			field.setAccessible(true);
			return field.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
