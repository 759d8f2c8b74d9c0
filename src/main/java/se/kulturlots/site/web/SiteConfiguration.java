package se.kulturlots.site.web;

import java.time.Duration;
import java.util.List;

import gg.jte.TemplateEngine;
import gg.jte.springframework.boot.autoconfigure.JteProperties;
import gg.jte.springframework.boot.autoconfigure.JteViewResolver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import se.kulturlots.core.web.IdConverter;
import se.kulturlots.core.web.TextConverter;

/** Ties what all pages share into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {

	private static final String ENGINE = "classpath:/META-INF/resources/webjars/camunda/";

	private final ObjectProvider<WhosePage> whosePage;

	private final ObjectProvider<RateLimit> rateLimit;

	private final ObjectProvider<PageArgument> pageArgument;

	private final ObjectProvider<SheetArgument> sheetArgument;

	SiteConfiguration(ObjectProvider<WhosePage> whosePage, ObjectProvider<RateLimit> rateLimit,
			ObjectProvider<PageArgument> pageArgument, ObjectProvider<SheetArgument> sheetArgument) {
		this.whosePage = whosePage;
		this.rateLimit = rateLimit;
		this.pageArgument = pageArgument;
		this.sheetArgument = sheetArgument;
	}

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addConverter(new TextConverter());
		registry.addConverterFactory(new IdConverter());
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.whosePage.getObject());
		registry.addInterceptor(this.rateLimit.getObject())
			.excludePathPatterns("/staff/**", "/login", "/login/failed", "/demo/**", "/error");
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this.pageArgument.getObject());
		resolvers.add(this.sheetArgument.getObject());
	}

	/** What changes its address when it changes is fetched once. */
	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		CacheControl forGood = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
		registry.addResourceHandler("/kulturlots*").addResourceLocations("classpath:/static/").setCacheControl(forGood);
		registry.addResourceHandler("/vendor/**")
			.addResourceLocations("classpath:/static/vendor/")
			.setCacheControl(forGood);
		// five megabytes at each start of Tasklist, asked for with the engine's version;
		// some answers carry a cookie
		CacheControl ofTheEngine = CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();
		registry.addResourceHandler("/camunda/lib/*")
			.addResourceLocations(ENGINE + "lib/")
			.setCacheControl(ofTheEngine);
		registry.addResourceHandler("/camunda/app/*/camunda-*-bootstrap.*")
			.addResourceLocations(ENGINE + "app/")
			.setCacheControl(ofTheEngine);
	}

	@Bean
	static JteViewResolver jteViewResolver(TemplateEngine templates, JteProperties properties) {
		return new WholePageViewResolver(templates, properties);
	}

}
