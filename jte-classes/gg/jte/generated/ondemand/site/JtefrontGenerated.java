package gg.jte.generated.ondemand.site;
import java.util.List;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.Teasers;
@SuppressWarnings("unchecked")
public final class JtefrontGenerated {
	public static final String JTE_NAME = "site/front.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,3,3,3,3,5,5,6,6,6,7,7,8,8,9,9,10,10,10,10,11,11,11,11,11,11,11,12,12,13,13,14,14,16,16,18,18,18,18,18,18,18,18,18,18,18,18,19,19,20,20,20,21,21,22,22,23,23,23,24,24,26,26,28,28,30,30,31,31,32,32,32,32,33,33,33,34,34,34,35,35,35,35,35,35,35,35,35,35,35,35,36,36,36,37,37,37,3,4,4,4,4};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Page page, List<Teasers.Teaser> teasers) {
		String name = page.authority().name();
		jteOutput.writeContent("\n");
		gg.jte.generated.ondemand.site.JtelayoutGenerated.render(jteOutput, jteHtmlInterceptor, page, page.t("site.front.title"), new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n\t");
				for (Teasers.State state : Teasers.State.values()) {
					jteOutput.writeContent("\n\t\t");
					List<Teasers.Teaser> shown = teasers.stream().filter(teaser -> teaser.state() == state).toList();
					jteOutput.writeContent("\n\t\t");
					if (!shown.isEmpty() || state == Teasers.State.OPEN) {
						jteOutput.writeContent("\n\t\t\t<section class=\"kl-section\" aria-labelledby=\"state-");
						jteOutput.setContext("section", "aria-labelledby");
						jteOutput.writeUserContent(state.name());
						jteOutput.setContext("section", null);
						jteOutput.writeContent("\">\n\t\t\t\t<h2 id=\"state-");
						jteOutput.setContext("h2", "id");
						jteOutput.writeUserContent(state.name());
						jteOutput.setContext("h2", null);
						jteOutput.writeContent("\">");
						jteOutput.setContext("h2", null);
						jteOutput.writeUserContent(page.word("site.front.state.", state));
						jteOutput.writeContent("</h2>\n\t\t\t\t");
						if (shown.isEmpty()) {
							jteOutput.writeContent("\n\t\t\t\t\t");
							gg.jte.generated.ondemand.site.part.JteemptyGenerated.render(jteOutput, jteHtmlInterceptor, page.t("site.front.none"), null);
							jteOutput.writeContent("\n\t\t\t\t");
						} else {
							jteOutput.writeContent("\n\t\t\t\t\t<ul class=\"kl-cards\">\n\t\t\t\t\t\t");
							for (Teasers.Teaser teaser : shown) {
								jteOutput.writeContent("\n\t\t\t\t\t\t\t<li class=\"kl-card\">\n\t\t\t\t\t\t\t\t<h3 class=\"kl-card__title\"><a class=\"kl-card__link\"");
								var __jte_html_attribute_0 = page.url(teaser.path());
								if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
									jteOutput.writeContent(" href=\"");
									jteOutput.setContext("a", "href");
									jteOutput.writeUserContent(__jte_html_attribute_0);
									jteOutput.setContext("a", null);
									jteOutput.writeContent("\"");
								}
								jteOutput.writeContent(">");
								jteOutput.setContext("a", null);
								jteOutput.writeUserContent(teaser.title());
								jteOutput.writeContent("</a></h3>\n\t\t\t\t\t\t\t\t");
								if (teaser.summary() != null) {
									jteOutput.writeContent("\n\t\t\t\t\t\t\t\t\t<p>");
									jteOutput.setContext("p", null);
									jteOutput.writeUserContent(teaser.summary());
									jteOutput.writeContent("</p>\n\t\t\t\t\t\t\t\t");
								}
								jteOutput.writeContent("\n\t\t\t\t\t\t\t\t");
								if (teaser.when() != null) {
									jteOutput.writeContent("\n\t\t\t\t\t\t\t\t\t<p class=\"kl-card__when\">");
									jteOutput.setContext("p", null);
									jteOutput.writeUserContent(teaser.when());
									jteOutput.writeContent("</p>\n\t\t\t\t\t\t\t\t");
								}
								jteOutput.writeContent("\n\t\t\t\t\t\t\t</li>\n\t\t\t\t\t\t");
							}
							jteOutput.writeContent("\n\t\t\t\t\t</ul>\n\t\t\t\t");
						}
						jteOutput.writeContent("\n\t\t\t</section>\n\t\t");
					}
					jteOutput.writeContent("\n\t");
				}
				jteOutput.writeContent("\n");
			}
		}, new gg.jte.html.HtmlContent() {
			public void writeTo(gg.jte.html.HtmlTemplateOutput jteOutput) {
				jteOutput.writeContent("\n\t\t<h1>");
				jteOutput.setContext("h1", null);
				jteOutput.writeUserContent(page.t("site.front.heading", name));
				jteOutput.writeContent("</h1>\n\t\t<p class=\"kl-lead\">");
				jteOutput.setContext("p", null);
				jteOutput.writeUserContent(page.t("site.front.lead", name));
				jteOutput.writeContent("</p>\n\t\t<p><a class=\"ds-button\" data-variant=\"secondary\"");
				var __jte_html_attribute_1 = page.home("/join");
				if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
					jteOutput.writeContent(" href=\"");
					jteOutput.setContext("a", "href");
					jteOutput.writeUserContent(__jte_html_attribute_1);
					jteOutput.setContext("a", null);
					jteOutput.writeContent("\"");
				}
				jteOutput.writeContent(">");
				jteOutput.setContext("a", null);
				jteOutput.writeUserContent(page.t("site.front.join"));
				jteOutput.writeContent("</a></p>\n");
			}
		}, true, null, null);
		jteOutput.writeContent("\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Page page = (Page)params.get("page");
		List<Teasers.Teaser> teasers = (List<Teasers.Teaser>)params.get("teasers");
		render(jteOutput, jteHtmlInterceptor, page, teasers);
	}
}
