package se.kulturlots.core;

import java.util.List;
import java.util.UUID;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;

/**
 * How Spring Data keeps ids: as their UUIDs. It reads them by their constructors.
 */
@Configuration(proxyBeanMethods = false)
class AggregateColumns extends AbstractJdbcConfiguration {

	@Override
	protected List<?> userConverters() {
		return List.of(new IdWriter());
	}

	@WritingConverter
	private static final class IdWriter implements Converter<Id, UUID> {

		@Override
		public UUID convert(Id id) {
			return id.value();
		}

	}

}
