package gg.jte.generated.ondemand.site.part;
import gg.jte.Content;
@SuppressWarnings("unchecked")
public final class JteemptyGenerated {
	public static final String JTE_NAME = "site/part/empty.jte";
	public static final int[] JTE_LINE_INFO = {0,0,1,1,1,1,4,4,4,4,5,5,5,7,7,7,1,2,2,2,2};
	public static void render(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, String text, Content content) {
		jteOutput.writeContent("<div class=\"kl-empty\">\n\t<p>");
		jteOutput.setContext("p", null);
		jteOutput.writeUserContent(text);
		jteOutput.writeContent("</p>\n\t");
		jteOutput.setContext("div", null);
		jteOutput.writeUserContent(content);
		jteOutput.writeContent("\n</div>\n");
	}
	public static void renderMap(gg.jte.html.HtmlTemplateOutput jteOutput, gg.jte.html.HtmlInterceptor jteHtmlInterceptor, java.util.Map<String, Object> params) {
		String text = (String)params.get("text");
		Content content = (Content)params.getOrDefault("content", null);
		render(jteOutput, jteHtmlInterceptor, text, content);
	}
}
