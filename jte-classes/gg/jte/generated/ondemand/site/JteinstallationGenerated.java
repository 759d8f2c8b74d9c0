package gg.jte.generated.ondemand.site;
import java.util.List;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.web.Page;
@SuppressWarnings("unchecked")
public final class JteinstallationGenerated {
	public static final String JTE_NAME = "site/installation.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,3,3,3,3,5,5,5,6,6,6,7,7,8,8,9,9,11,11,12,12,12,12,12,12,12,12,12,12,12,12,12,12,12,12,12,12,12,12,13,13,15,15,16,16,16,16,17,17,17,18,18,18,19,19,19,20,20,20,3,4,4,4,4};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Page page, List<Authority> authorities) {
		gg.jte.generated.ondemand.site.JtelayoutGenerated.render(jteOutput, jteHtmlInterceptor, page, page.t("site.installation.title"), new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n\t<h2>");
				jteOutput.setContext("h2", null);
				jteOutput.writeUserContent(page.t("site.installation.authorities"));
				jteOutput.writeContent("</h2>\n\t");
				if (authorities.isEmpty()) {
					jteOutput.writeContent("\n\t\t");
					gg.jte.generated.ondemand.site.part.JteemptyGenerated.render(jteOutput, jteHtmlInterceptor, page.t("site.installation.none"), null);
					jteOutput.writeContent("\n\t");
				} else {
					jteOutput.writeContent("\n\t\t<ul class=\"kl-cards\">\n\t\t\t");
					for (Authority authority : authorities) {
						jteOutput.writeContent("\n\t\t\t\t<li class=\"kl-card\"><a class=\"kl-card__link\"");
						var __jte_html_attribute_0 = page.url("/" + authority.id());
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
							jteOutput.writeContent(" href=\"");
							jteOutput.setContext("a", "href");
							jteOutput.writeUserContent(__jte_html_attribute_0);
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\"");
						}
						var __jte_html_attribute_1 = authority.locale().getLanguage();
						if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
							jteOutput.writeContent(" lang=\"");
							jteOutput.setContext("a", "lang");
							jteOutput.writeUserContent(__jte_html_attribute_1);
							jteOutput.setContext("a", null);
							jteOutput.writeContent("\"");
						}
						jteOutput.writeContent(">");
						jteOutput.setContext("a", null);
						jteOutput.writeUserContent(authority.name());
						jteOutput.writeContent("</a></li>\n\t\t\t");
					}
					jteOutput.writeContent("\n\t\t</ul>\n\t");
				}
				jteOutput.writeContent("\n");
			}
		}, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n\t\t<h1>");
				jteOutput.setContext("h1", null);
				jteOutput.writeUserContent(page.t("site.installation.title"));
				jteOutput.writeContent("</h1>\n\t\t<p class=\"kl-lead\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(page.t("site.installation.lead"));
				jteOutput.writeContent("</p>\n");
			}
		}, true, null, null);
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Page page = (Page)params.get("page");
		List<Authority> authorities = (List<Authority>)params.get("authorities");
		render(jteOutput, jteHtmlInterceptor, page, authorities);
	}
}
