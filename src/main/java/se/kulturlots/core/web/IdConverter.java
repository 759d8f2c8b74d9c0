package se.kulturlots.core.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

import se.kulturlots.core.Id;

/** Reads ids in addresses and forms; an empty field is null. */
public final class IdConverter implements ConverterFactory<String, Id> {

	@Override
	public <T extends Id> Converter<String, @Nullable T> getConverter(Class<T> type) {
		return (text) -> text.isBlank() ? null : Id.of(type, UUID.fromString(text.strip()));
	}

}
