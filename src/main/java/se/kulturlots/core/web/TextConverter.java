package se.kulturlots.core.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

import se.kulturlots.core.PlainText;

/**
 * Cleans every text that a request brings for a parameter or a form's record: one line,
 * or several where {@link SeveralLines} says so. An empty field of a form is null; of a
 * field sent twice the first counts.
 */
public final class TextConverter implements GenericConverter {

	@Override
	public Set<ConvertiblePair> getConvertibleTypes() {
		return Set.of(new ConvertiblePair(String.class, String.class),
				new ConvertiblePair(String[].class, String.class));
	}

	@Override
	public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
		Object first = (source instanceof String[] several) ? ((several.length > 0) ? several[0] : null) : source;
		if (first == null) {
			return null;
		}
		String clean = targetType.hasAnnotation(SeveralLines.class) ? PlainText.text((String) first)
				: PlainText.line((String) first);
		// what stands in an Optional is there even if it is empty
		return (clean.isEmpty() && targetType.getSource() instanceof MethodParameter) ? null : clean;
	}

}
