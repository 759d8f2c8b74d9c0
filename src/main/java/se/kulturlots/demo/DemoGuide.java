package se.kulturlots.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import se.kulturlots.core.web.Guide;

/** Leads from every page back to the demo's first, to be somebody else. */
@Component
@Profile("demo")
class DemoGuide implements Guide {

	@Override
	public String path() {
		return "/demo";
	}

	@Override
	public String messageKey() {
		return "demo.back";
	}

}
