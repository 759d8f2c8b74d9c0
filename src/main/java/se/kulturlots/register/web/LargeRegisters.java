package se.kulturlots.register.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import se.kulturlots.core.web.LargeBody;
import se.kulturlots.register.OrganisationImports;

/** How large the files of registers may be. */
@Configuration(proxyBeanMethods = false)
class LargeRegisters {

	@Bean
	LargeBody registerFiles() {
		return new LargeBody(ImportController.IMPORT, DataSize.ofMegabytes(OrganisationImports.MOST_MEGABYTES + 1));
	}

}
