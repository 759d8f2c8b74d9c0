package se.kulturlots.core.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import se.kulturlots.core.PublicAddress;
import se.kulturlots.core.TrustedProxies;

/** What stands between the network and everything else. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> edge(
			@Value("${kulturlots.trusted-proxies:}") String proxies, PublicAddress own) {
		return (server) -> server.addEngineValves(new EdgeValve(TrustedProxies.parse(proxies), own));
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodies(BodyRules rules,
			@Value("${server.tomcat.threads.max:200}") int threads,
			@Value("${kulturlots.body.multipart:5500KB}") DataSize multipart, ObjectProvider<LargeBody> large,
			@Value("${server.tomcat.max-http-form-post-size}") DataSize form,
			@Value("${server.tomcat.max-swallow-size}") DataSize surplus) {
		BodiesUnderWay underWay = new BodiesUnderWay(rules.perNetwork(), threads / 2);
		return (server) -> server.addContextValves(new BodyValve(rules, underWay,
				new BodyValve.Limits(multipart, form, surplus, large.stream().toList())));
	}

}
