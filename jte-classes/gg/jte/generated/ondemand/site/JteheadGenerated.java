package gg.jte.generated.ondemand.site;
import se.kulturlots.core.web.Page;
@SuppressWarnings("unchecked")
public final class JteheadGenerated {
	public static final String JTE_NAME = "site/head.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,1,1,1,5,5,9,9,9,10,10,11,11,11,11,11,11,11,11,11,13,13,13,13,13,13,13,13,13,14,14,14,14,14,14,14,14,14,15,15,15,15,15,15,15,15,15,16,16,16,16,16,16,16,16,16,17,17,17,17,17,17,17,17,17,18,18,18,18,18,18,18,18,18,21,21,21,21,21,21,21,21,21,23,23,23,23,23,23,23,23,23,24,24,26,26,26,26,26,26,26,26,26,27,27,27,27,27,27,27,27,27,30,30,30,30,30,30,30,30,30,31,31,32,32,32,32,32,32,32,32,33,33,34,34,34,34,34,34,34,34,34,35,35,35,1,2,3,4,4,4,4};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Page page, String title, String within, String description) {
		var authority = page.authority();
		jteOutput.writeContent("\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
		jteOutput.setContext("title", null);
		jteOutput.writeUserContent(page.title(title, within));
		jteOutput.writeContent("</title>\n");
		if (description != null) {
			jteOutput.writeContent("\n\t<meta name=\"description\"");
			var __jte_html_attribute_0 = description;
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
				jteOutput.writeContent(" content=\"");
				jteOutput.setContext("meta", "content");
				jteOutput.writeUserContent(__jte_html_attribute_0);
				jteOutput.setContext("meta", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n\t<meta property=\"og:type\" content=\"website\">\n\t<meta property=\"og:site_name\"");
			var __jte_html_attribute_1 = authority != null ? authority.name() : page.t("site.product");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
				jteOutput.writeContent(" content=\"");
				jteOutput.setContext("meta", "content");
				jteOutput.writeUserContent(__jte_html_attribute_1);
				jteOutput.setContext("meta", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n\t<meta property=\"og:title\"");
			var __jte_html_attribute_2 = title;
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
				jteOutput.writeContent(" content=\"");
				jteOutput.setContext("meta", "content");
				jteOutput.writeUserContent(__jte_html_attribute_2);
				jteOutput.setContext("meta", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n\t<meta property=\"og:description\"");
			var __jte_html_attribute_3 = description;
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
				jteOutput.writeContent(" content=\"");
				jteOutput.setContext("meta", "content");
				jteOutput.writeUserContent(__jte_html_attribute_3);
				jteOutput.setContext("meta", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n\t<meta property=\"og:url\"");
			var __jte_html_attribute_4 = page.address();
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_4)) {
				jteOutput.writeContent(" content=\"");
				jteOutput.setContext("meta", "content");
				jteOutput.writeUserContent(__jte_html_attribute_4);
				jteOutput.setContext("meta", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n\t<meta property=\"og:locale\"");
			var __jte_html_attribute_5 = page.t("core.locale");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_5)) {
				jteOutput.writeContent(" content=\"");
				jteOutput.setContext("meta", "content");
				jteOutput.writeUserContent(__jte_html_attribute_5);
				jteOutput.setContext("meta", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n\t<meta property=\"og:image\"");
			var __jte_html_attribute_6 = page.address("/kulturlots-card.png");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_6)) {
				jteOutput.writeContent(" content=\"");
				jteOutput.setContext("meta", "content");
				jteOutput.writeUserContent(__jte_html_attribute_6);
				jteOutput.setContext("meta", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n\t<meta property=\"og:image:width\" content=\"1200\">\n\t<meta property=\"og:image:height\" content=\"630\">\n\t<meta property=\"og:image:alt\"");
			var __jte_html_attribute_7 = page.t("site.card.alt");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_7)) {
				jteOutput.writeContent(" content=\"");
				jteOutput.setContext("meta", "content");
				jteOutput.writeUserContent(__jte_html_attribute_7);
				jteOutput.setContext("meta", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n\t<meta name=\"twitter:card\" content=\"summary_large_image\">\n\t<link rel=\"canonical\"");
			var __jte_html_attribute_8 = page.address();
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_8)) {
				jteOutput.writeContent(" href=\"");
				jteOutput.setContext("link", "href");
				jteOutput.writeUserContent(__jte_html_attribute_8);
				jteOutput.setContext("link", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n");
		}
		jteOutput.writeContent("\n<link rel=\"icon\" href=\"/favicon.ico\" sizes=\"32x32\">\n<link rel=\"icon\" type=\"image/svg+xml\"");
		var __jte_html_attribute_9 = page.asset("/kulturlots.svg");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_9)) {
			jteOutput.writeContent(" href=\"");
			jteOutput.setContext("link", "href");
			jteOutput.writeUserContent(__jte_html_attribute_9);
			jteOutput.setContext("link", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">\n<link rel=\"apple-touch-icon\"");
		var __jte_html_attribute_10 = page.asset("/kulturlots-180.png");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_10)) {
			jteOutput.writeContent(" href=\"");
			jteOutput.setContext("link", "href");
			jteOutput.writeUserContent(__jte_html_attribute_10);
			jteOutput.setContext("link", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">\n<link rel=\"stylesheet\" href=\"/vendor/designsystemet-theme-1.11.0/theme.css\">\n<link rel=\"stylesheet\" href=\"/vendor/designsystemet-css-1.22.0/designsystemet.css\">\n<link rel=\"stylesheet\"");
		var __jte_html_attribute_11 = page.asset("/kulturlots.css");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_11)) {
			jteOutput.writeContent(" href=\"");
			jteOutput.setContext("link", "href");
			jteOutput.writeUserContent(__jte_html_attribute_11);
			jteOutput.setContext("link", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">\n");
		if (authority != null) {
			jteOutput.writeContent("\n\t<link rel=\"stylesheet\" href=\"/theme/");
			jteOutput.setContext("link", "href");
			jteOutput.writeUserContent(authority.id());
			jteOutput.setContext("link", null);
			jteOutput.writeContent(".css?v=");
			jteOutput.setContext("link", "href");
			jteOutput.writeUserContent(authority.accentColour().substring(1));
			jteOutput.setContext("link", null);
			jteOutput.writeContent("\">\n");
		}
		jteOutput.writeContent("\n<script");
		var __jte_html_attribute_12 = page.asset("/kulturlots.js");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_12)) {
			jteOutput.writeContent(" src=\"");
			jteOutput.setContext("script", "src");
			jteOutput.writeUserContent(__jte_html_attribute_12);
			jteOutput.setContext("script", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(" defer></script>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Page page = (Page)params.get("page");
		String title = (String)params.get("title");
		String within = (String)params.getOrDefault("within", null);
		String description = (String)params.getOrDefault("description", null);
		render(jteOutput, jteHtmlInterceptor, page, title, within, description);
	}
}
