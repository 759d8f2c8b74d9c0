package gg.jte.generated.ondemand.site.part;
@SuppressWarnings("unchecked")
public final class JtetagGenerated {
	public static final String JTE_NAME = "site/part/tag.jte";
	public static final int[] JTE_LINE_INFO = {0,0,0,0,0,2,2,2,2,2,2,2,2,2,2,2,2,2,3,3,3,0,1,1,1,1};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, String text, String color) {
		jteOutput.writeContent("<span class=\"ds-tag\"");
		var __jte_html_attribute_0 = color;
		if (gg.jte.runtime.TemplateUtils.isAttributeRendered(__jte_html_attribute_0)) {
			jteOutput.writeContent(" data-color=\"");
			jteOutput.setContext("span", "data-color");
			jteOutput.writeUserContent(__jte_html_attribute_0);
			jteOutput.setContext("span", null);
			jteOutput.writeContent("\"");
		}
		jteOutput.writeContent(">");
		jteOutput.setContext("span", null);
		jteOutput.writeUserContent(text);
		jteOutput.writeContent("</span>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		String text = (String)params.get("text");
		String color = (String)params.getOrDefault("color", "neutral");
		render(jteOutput, jteHtmlInterceptor, text, color);
	}
}
