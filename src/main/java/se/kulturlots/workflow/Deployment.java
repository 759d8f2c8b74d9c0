package se.kulturlots.workflow;

import java.io.IOException;
import java.io.InputStream;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys diagrams, decision tables and forms together, under names that are the same
 * from a folder and from a jar, so that a start without a change deploys nothing.
 */
@Component
@Order(0)
class Deployment implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(Deployment.class);

	private final RepositoryService repository;

	Deployment(RepositoryService repository) {
		this.repository = repository;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		DeploymentBuilder deployment = this.repository.createDeployment()
			.name("kulturlots")
			.source("kulturlots")
			.enableDuplicateFiltering(false);
		int found = 0;
		for (String folder : new String[] { "processes/", "forms/" }) {
			for (Resource resource : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:" + folder + "**/*.*")) {
				String url = resource.getURL().toString();
				try (InputStream content = resource.getInputStream()) {
					deployment.addInputStream(url.substring(url.lastIndexOf('/' + folder) + 1), content);
				}
				found++;
			}
		}
		if (found > 0) {
			log.info("Diagrams and forms: {} files in deployment {}", found, deployment.deploy().getId());
		}
	}

}
