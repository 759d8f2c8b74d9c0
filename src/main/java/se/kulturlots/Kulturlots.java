package se.kulturlots;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the application; the demo unless another profile is chosen. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Kulturlots {

	public static void main(String[] args) {
		SpringApplication.run(Kulturlots.class, args);
	}

}
