package gg.jte.generated.ondemand.site.part;
import gg.jte.Content;
@SuppressWarnings("unchecked")
public final class JtealertGenerated {
	public static final String JTE_NAME = "site/part/alert.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,1,1,1,6,6,6,6,6,6,6,6,6,6,6,6,6,6,6,6,6,6,7,7,8,8,8,9,9,10,10,11,11,11,12,12,13,13,13,15,15,15,1,2,3,4,5,5,5,5};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, String color, String title, String text, Content content, boolean announce) {
		jteOutput.writeContent("<div class=\"ds-alert kl-alert\"");
		var __jte_html_attribute_0 = color;
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
			jteOutput.writeContent(" data-color=\"");
			jteOutput.setContext("div", "data-color");
			jteOutput.writeUserContent(__jte_html_attribute_0);
			jteOutput.setContext("div", null);
			jteOutput.writeContent("\"");
		}
		var __jte_html_attribute_1 = announce ? "status" : null;
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_1)) {
			jteOutput.writeContent(" role=\"");
			jteOutput.setContext("div", "role");
			jteOutput.writeUserContent(__jte_html_attribute_1);
			jteOutput.setContext("div", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">\n\t");
		if (title != null) {
			jteOutput.writeContent("\n\t\t<h2 class=\"ds-heading\" data-size=\"2xs\">");
			jteOutput.setContext("h2", null);
			jteOutput.writeUserContent(title);
			jteOutput.writeContent("</h2>\n\t");
		}
		jteOutput.writeContent("\n\t");
		if (text != null) {
			jteOutput.writeContent("\n\t\t<p>");
			jteOutput.setContext("p", null);
			jteOutput.writeUserContent(text);
			jteOutput.writeContent("</p>\n\t");
		}
		jteOutput.writeContent("\n\t");
		jteOutput.setContext("div", null);
		jteOutput.writeUserContent(content);
		jteOutput.writeContent("\n</div>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		String color = (String)params.getOrDefault("color", "info");
		String title = (String)params.getOrDefault("title", null);
		String text = (String)params.getOrDefault("text", null);
		Content content = (Content)params.getOrDefault("content", null);
		boolean announce = (boolean)params.getOrDefault("announce", false);
		render(jteOutput, jteHtmlInterceptor, color, title, text, content, announce);
	}
}
