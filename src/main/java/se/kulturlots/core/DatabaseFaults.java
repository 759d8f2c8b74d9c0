package se.kulturlots.core;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.stereotype.Component;

/**
 * Keeps what people have written out of the log: the driver leaves the values out of what
 * it says of a fault. Before Spring Boot binds the pool's own settings: a variable such
 * as {@code SPRING_DATASOURCE_HIKARI_CONNECTION_TIMEOUT} makes it ask the pool for its
 * property {@code connection}, which starts the pool, and then the driver's settings
 * cannot be changed.
 */
@Component
class DatabaseFaults implements BeanPostProcessor, PriorityOrdered {

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof HikariDataSource pool) {
			pool.addDataSourceProperty("logServerErrorDetail", "false");
		}
		return bean;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
