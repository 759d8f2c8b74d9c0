package gg.jte.generated.ondemand.site;
import gg.jte.Content;
import se.kulturlots.core.web.LanguageLink;
import se.kulturlots.core.web.Page;
@SuppressWarnings("unchecked")
public final class JtelayoutGenerated {
	public static final String JTE_NAME = "site/layout.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,3,3,3,3,10,10,11,11,13,13,13,13,13,13,13,13,13,15,15,18,18,18,21,21,21,21,21,21,21,21,21,23,23,24,24,24,24,24,24,25,25,26,26,26,27,27,29,29,30,30,30,30,30,30,30,30,30,32,32,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,33,34,34,37,37,41,41,42,42,42,42,42,42,42,42,42,44,44,44,47,47,49,49,49,54,54,56,56,56,58,58,58,58,58,58,59,59,59,59,59,59,59,60,60,60,60,60,60,60,60,60,64,64,64,66,66,66,66,66,66,66,66,66,66,66,66,67,67,67,67,67,67,67,67,67,67,67,67,70,70,72,72,72,74,74,74,74,74,74,74,74,74,74,74,74,75,75,75,75,75,75,75,75,75,75,75,75,76,76,76,83,83,83,3,4,5,6,7,8,9,9,9,9};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Page page, String title, Content content, Content hero, boolean front, String within, String description) {
		var authority = page.authority();
		jteOutput.writeContent("\n");
		String about = description != null ? description : authority != null ? page.t("site.description", authority.name()) : page.t("site.installation.lead");
		jteOutput.writeContent("\n<!doctype html>\n<html");
		var __jte_html_attribute_0 = page.locale().getLanguage();
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
			jteOutput.writeContent(" lang=\"");
			jteOutput.setContext("html", "lang");
			jteOutput.writeUserContent(__jte_html_attribute_0);
			jteOutput.setContext("html", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(" data-color-scheme=\"auto\">\n<head>\n");
		gg.jte.generated.ondemand.site.JteheadGenerated.render(jteOutput, jteHtmlInterceptor, page, title, within, page.isPersonal() ? null : about);
		jteOutput.writeContent("\n</head>\n<body class=\"kl-body\">\n<a class=\"ds-skip-link\" href=\"#main\">");
		jteOutput.setContext("a", null);
		jteOutput.writeUserContent(page.t("site.skip"));
		jteOutput.writeContent("</a>\n<header class=\"kl-header\">\n\t<div class=\"kl-width kl-header__row\">\n\t\t<a class=\"kl-brand\"");
		var __jte_html_attribute_1 = page.home("/");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
			jteOutput.writeContent(" href=\"");
			jteOutput.setContext("a", "href");
			jteOutput.writeUserContent(__jte_html_attribute_1);
			jteOutput.setContext("a", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">\n\t\t\t<span class=\"kl-brand__mark\" aria-hidden=\"true\"></span>\n\t\t\t");
		if (authority != null) {
			jteOutput.writeContent("\n\t\t\t\t<span class=\"kl-brand__text\"><span class=\"kl-brand__name\">");
			jteOutput.setContext("span", null);
			jteOutput.writeUserContent(authority.name());
			jteOutput.writeContent("</span> <span class=\"kl-brand__sub\">");
			jteOutput.setContext("span", null);
			jteOutput.writeUserContent(page.t("site.tagline"));
			jteOutput.writeContent("</span></span>\n\t\t\t");
		} else {
			jteOutput.writeContent("\n\t\t\t\t<span class=\"kl-brand__text\"><span class=\"kl-brand__name\">");
			jteOutput.setContext("span", null);
			jteOutput.writeUserContent(page.t("site.product"));
			jteOutput.writeContent("</span></span>\n\t\t\t");
		}
		jteOutput.writeContent("\n\t\t</a>\n\t\t");
		if (!page.languages().isEmpty()) {
			jteOutput.writeContent("\n\t\t\t<nav");
			var __jte_html_attribute_2 = page.t("site.languages");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_2)) {
				jteOutput.writeContent(" aria-label=\"");
				jteOutput.setContext("nav", "aria-label");
				jteOutput.writeUserContent(__jte_html_attribute_2);
				jteOutput.setContext("nav", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n\t\t\t\t<ul class=\"kl-languages\">\n\t\t\t\t\t");
			for (LanguageLink link : page.languages()) {
				jteOutput.writeContent("\n\t\t\t\t\t\t<li><a class=\"ds-link\" data-color=\"neutral\"");
				var __jte_html_attribute_3 = link.url();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_3)) {
					jteOutput.writeContent(" href=\"");
					jteOutput.setContext("a", "href");
					jteOutput.writeUserContent(__jte_html_attribute_3);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				var __jte_html_attribute_4 = link.language();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_4)) {
					jteOutput.writeContent(" hreflang=\"");
					jteOutput.setContext("a", "hreflang");
					jteOutput.writeUserContent(__jte_html_attribute_4);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				var __jte_html_attribute_5 = link.language();
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_5)) {
					jteOutput.writeContent(" lang=\"");
					jteOutput.setContext("a", "lang");
					jteOutput.writeUserContent(__jte_html_attribute_5);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				var __jte_html_attribute_6 = link.current() ? "true" : null;
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_6)) {
					jteOutput.writeContent(" aria-current=\"");
					jteOutput.setContext("a", "aria-current");
					jteOutput.writeUserContent(__jte_html_attribute_6);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">");
				jteOutput.setContext("a", null);
				jteOutput.writeUserContent(link.name());
				jteOutput.writeContent("</a></li>\n\t\t\t\t\t");
			}
			jteOutput.writeContent("\n\t\t\t\t</ul>\n\t\t\t</nav>\n\t\t");
		}
		jteOutput.writeContent("\n\t</div>\n</header>\n<main id=\"main\" tabindex=\"-1\" class=\"kl-main\">\n");
		if (hero != null) {
			jteOutput.writeContent("\n\t<div");
			var __jte_html_attribute_7 = front ? "kl-hero kl-hero--front" : "kl-hero";
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_7)) {
				jteOutput.writeContent(" class=\"");
				jteOutput.setContext("div", "class");
				jteOutput.writeUserContent(__jte_html_attribute_7);
				jteOutput.setContext("div", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n\t\t<div class=\"kl-width kl-hero__row\">\n");
			jteOutput.setContext("div", null);
			jteOutput.writeUserContent(hero);
			jteOutput.writeContent("\n\t\t</div>\n\t</div>\n");
		}
		jteOutput.writeContent("\n<div class=\"kl-width kl-main__body\">\n");
		jteOutput.setContext("div", null);
		jteOutput.writeUserContent(content);
		jteOutput.writeContent("\n</div>\n</main>\n<footer class=\"kl-footer\">\n\t<div class=\"kl-width kl-footer__row\">\n\t\t");
		if (authority != null) {
			jteOutput.writeContent("\n\t\t\t<section aria-labelledby=\"footer-contact\">\n\t\t\t\t<h2 id=\"footer-contact\" class=\"kl-footer__heading\">");
			jteOutput.setContext("h2", null);
			jteOutput.writeUserContent(page.t("site.contact"));
			jteOutput.writeContent("</h2>\n\t\t\t\t<address>\n\t\t\t\t\t");
			jteOutput.setContext("address", null);
			jteOutput.writeUserContent(authority.contactName());
			jteOutput.writeContent(", ");
			jteOutput.setContext("address", null);
			jteOutput.writeUserContent(authority.name());
			jteOutput.writeContent("<br>\n\t\t\t\t\t<a class=\"ds-link\" href=\"mailto:");
			jteOutput.setContext("a", "href");
			jteOutput.writeUserContent(authority.contactEmail());
			jteOutput.setContext("a", null);
			jteOutput.writeContent("\">");
			jteOutput.setContext("a", null);
			jteOutput.writeUserContent(authority.contactEmail());
			jteOutput.writeContent("</a>\n\t\t\t\t\t");
			if (authority.contactPhone() != null) {
				jteOutput.writeContent("<br>");
				jteOutput.setContext("address", null);
				jteOutput.writeUserContent(page.t("site.phone"));
				jteOutput.writeContent(" ");
				jteOutput.setContext("address", null);
				jteOutput.writeUserContent(authority.contactPhone());
			}
			jteOutput.writeContent("\n\t\t\t\t</address>\n\t\t\t</section>\n\t\t\t<nav aria-labelledby=\"footer-part\">\n\t\t\t\t<h2 id=\"footer-part\" class=\"kl-footer__heading\">");
			jteOutput.setContext("h2", null);
			jteOutput.writeUserContent(page.t("site.part"));
			jteOutput.writeContent("</h2>\n\t\t\t\t<ul class=\"kl-plain\">\n\t\t\t\t\t<li><a class=\"ds-link\"");
			var __jte_html_attribute_8 = page.home("/");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_8)) {
				jteOutput.writeContent(" href=\"");
				jteOutput.setContext("a", "href");
				jteOutput.writeUserContent(__jte_html_attribute_8);
				jteOutput.setContext("a", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">");
			jteOutput.setContext("a", null);
			jteOutput.writeUserContent(page.t("site.all"));
			jteOutput.writeContent("</a></li>\n\t\t\t\t\t<li><a class=\"ds-link\"");
			var __jte_html_attribute_9 = page.home("/join");
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_9)) {
				jteOutput.writeContent(" href=\"");
				jteOutput.setContext("a", "href");
				jteOutput.writeUserContent(__jte_html_attribute_9);
				jteOutput.setContext("a", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">");
			jteOutput.setContext("a", null);
			jteOutput.writeUserContent(page.t("site.front.join"));
			jteOutput.writeContent("</a></li>\n\t\t\t\t</ul>\n\t\t\t</nav>\n\t\t");
		}
		jteOutput.writeContent("\n\t\t<nav aria-labelledby=\"footer-about\">\n\t\t\t<h2 id=\"footer-about\" class=\"kl-footer__heading\">");
		jteOutput.setContext("h2", null);
		jteOutput.writeUserContent(page.t("site.about"));
		jteOutput.writeContent("</h2>\n\t\t\t<ul class=\"kl-plain\">\n\t\t\t\t<li><a class=\"ds-link\"");
		var __jte_html_attribute_10 = page.home("/accessibility");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_10)) {
			jteOutput.writeContent(" href=\"");
			jteOutput.setContext("a", "href");
			jteOutput.writeUserContent(__jte_html_attribute_10);
			jteOutput.setContext("a", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">");
		jteOutput.setContext("a", null);
		jteOutput.writeUserContent(page.t("site.accessibility.title"));
		jteOutput.writeContent("</a></li>\n\t\t\t\t<li><a class=\"ds-link\"");
		var __jte_html_attribute_11 = page.home("/personal-data");
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_11)) {
			jteOutput.writeContent(" href=\"");
			jteOutput.setContext("a", "href");
			jteOutput.writeUserContent(__jte_html_attribute_11);
			jteOutput.setContext("a", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">");
		jteOutput.setContext("a", null);
		jteOutput.writeUserContent(page.t("site.personalData.title"));
		jteOutput.writeContent("</a></li>\n\t\t\t\t<li><a class=\"ds-link\" href=\"/login\">");
		jteOutput.setContext("a", null);
		jteOutput.writeUserContent(page.t("site.staffSignIn"));
		jteOutput.writeContent("</a></li>\n\t\t\t</ul>\n\t\t</nav>\n\t</div>\n</footer>\n</body>\n</html>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Page page = (Page)params.get("page");
		String title = (String)params.get("title");
		Content content = (Content)params.get("content");
		Content hero = (Content)params.getOrDefault("hero", null);
		boolean front = (boolean)params.getOrDefault("front", false);
		String within = (String)params.getOrDefault("within", null);
		String description = (String)params.getOrDefault("description", null);
		render(jteOutput, jteHtmlInterceptor, page, title, content, hero, front, within, description);
	}
}
