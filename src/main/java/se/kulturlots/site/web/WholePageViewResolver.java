package se.kulturlots.site.web;

import java.util.Locale;
import java.util.Map;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.springframework.boot.autoconfigure.JteProperties;
import gg.jte.springframework.boot.autoconfigure.JteViewResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.view.AbstractTemplateView;
import org.springframework.web.servlet.view.AbstractUrlBasedView;

import se.kulturlots.core.web.Form;

/**
 * Writes a page only when it is whole: a template that fails still becomes an error page,
 * and a form may set its cookie however far down it stands.
 */
class WholePageViewResolver extends JteViewResolver {

	private final TemplateEngine templates;

	WholePageViewResolver(TemplateEngine templates, JteProperties properties) {
		super(templates, properties);
		this.templates = templates;
	}

	@Override
	protected AbstractUrlBasedView instantiateView() {
		return new WholePage(this.templates);
	}

	private static final class WholePage extends AbstractTemplateView {

		private final TemplateEngine templates;

		WholePage(TemplateEngine templates) {
			this.templates = templates;
		}

		@Override
		public boolean checkResource(Locale locale) {
			return this.templates.hasTemplate(getUrl());
		}

		@Override
		protected void renderMergedTemplateModel(Map<String, Object> model, HttpServletRequest request,
				HttpServletResponse response) throws Exception {
			Utf8ByteOutput page = render(model);
			if (model.get("form") instanceof Form form && form.hasErrors()) {
				// the error summary stands above the fields whose labels it repeats
				page = render(model);
			}
			response.setContentType("text/html;charset=UTF-8");
			response.setContentLength(page.getContentLength());
			page.writeTo(response.getOutputStream());
		}

		private Utf8ByteOutput render(Map<String, Object> model) {
			Utf8ByteOutput page = new Utf8ByteOutput();
			this.templates.render(getUrl(), model, page);
			return page;
		}

	}

}
