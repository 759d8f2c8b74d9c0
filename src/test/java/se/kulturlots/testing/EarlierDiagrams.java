package se.kulturlots.testing;

import java.io.IOException;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The diagrams of before December 2026, as an installation that is upgraded still runs
 * them.
 */
@TestComponent
public class EarlierDiagrams {

	private final RepositoryService repository;

	EarlierDiagrams(RepositoryService repository) {
		this.repository = repository;
	}

	/**
	 * Makes what is done begin its processes with the earlier diagrams. Then the newer
	 * ones are the latest again, and everything begun is gone.
	 * @param story what is done
	 */
	public void with(Story story) throws Exception {
		DeploymentBuilder deployment = this.repository.createDeployment().name("earlier");
		for (String pattern : new String[] { "earlier/*.bpmn", "processes/*/*.dmn", "forms/*/*.form" }) {
			for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
				deployment.addInputStream(name(resource), resource.getInputStream());
			}
		}
		String id = deployment.deploy().getId();
		try {
			story.run();
		}
		finally {
			this.repository.deleteDeployment(id, true, true, true);
		}
	}

	private static String name(Resource resource) throws IOException {
		String url = resource.getURL().toString();
		return url.substring(url.lastIndexOf('/', url.lastIndexOf('/') - 1) + 1);
	}

	/** What is done. */
	public interface Story {

		void run() throws Exception;

	}

}
