package gg.jte.generated.ondemand.site.part;
import java.util.List;
import se.kulturlots.core.web.Happening;
import se.kulturlots.core.web.Page;
@SuppressWarnings("unchecked")
public final class JtetimelineGenerated {
	public static final String JTE_NAME = "site/part/timeline.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,2,3,3,3,3,6,6,6,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,8,8,8,8,8,8,8,8,8,9,9,9,9,9,9,9,9,9,11,11,13,13,13,3,4,4,4,4};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, Page page, List<Happening> happenings) {
		jteOutput.writeContent("<ol class=\"kl-timeline\">\n\t");
		for (Happening happening : happenings) {
			jteOutput.writeContent("\n\t\t<li class=\"kl-timeline__item\"");
			var __jte_html_attribute_0 = happening.state().name();
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
				jteOutput.writeContent(" data-state=\"");
				jteOutput.setContext("li", "data-state");
				jteOutput.writeUserContent(__jte_html_attribute_0);
				jteOutput.setContext("li", null);
				jteOutput.writeContent("\"");
			}
			var __jte_html_attribute_1 = happening.state() == Happening.State.NOW ? "step" : null;
			if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
				jteOutput.writeContent(" aria-current=\"");
				jteOutput.setContext("li", "aria-current");
				jteOutput.writeUserContent(__jte_html_attribute_1);
				jteOutput.setContext("li", null);
				jteOutput.writeContent("\"");
			}
			jteOutput.writeContent(">\n\t\t\t<p class=\"kl-timeline__when\">");
			jteOutput.setContext("p", null);
			jteOutput.writeUserContent(happening.when());
			if (happening.state() != Happening.State.DONE) {
				jteOutput.writeContent(" <span class=\"ds-sr-only\">(");
				jteOutput.setContext("span", null);
				jteOutput.writeUserContent(page.word("core.timeline.", happening.state()));
				jteOutput.writeContent(")</span>");
			}
			jteOutput.writeContent("</p>\n\t\t\t<p class=\"kl-timeline__text\">");
			jteOutput.setContext("p", null);
			jteOutput.writeUserContent(happening.text());
			if (happening.by() != null) {
				jteOutput.writeContent(" <span class=\"kl-timeline__by\">");
				jteOutput.setContext("span", null);
				jteOutput.writeUserContent(happening.by());
				jteOutput.writeContent("</span>");
			}
			jteOutput.writeContent("</p>\n\t\t</li>\n\t");
		}
		jteOutput.writeContent("\n</ol>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		Page page = (Page)params.get("page");
		List<Happening> happenings = (List<Happening>)params.get("happenings");
		render(jteOutput, jteHtmlInterceptor, page, happenings);
	}
}
