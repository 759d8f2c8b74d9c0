package se.kulturlots.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/**
 * Pages to print, as PDF that can be read aloud (PDF/UA): tagged, with title and
 * language. A template writes well-formed XML; its style stands beside the typefaces.
 */
@Component
public class PrintedPages {

	private static final float PDF_VERSION = 1.7f;

	private static final String FONTS = "print/inter-ttf-0.4.2/";

	private final TemplateEngine templates;

	PrintedPages(TemplateEngine templates) {
		this.templates = templates;
		// would tell letters that a typeface lacks, and thereby names
		XRLog.setLoggingEnabled(false);
	}

	/**
	 * Writes a document.
	 * @param template a template whose root is {@code html} with {@code head} and
	 * {@code body}
	 * @param style a file in {@code print/}
	 * @param model what the template takes
	 */
	public void write(String template, String style, Map<String, Object> model, OutputStream out) {
		StringOutput html = new StringOutput();
		this.templates.render(template, model, html);
		Document document = parse(html.toString());
		Element element = document.createElement("style");
		element.setTextContent(text("print/paper.css") + text("print/" + style));
		document.getElementsByTagName("head").item(0).appendChild(element);
		PdfRendererBuilder builder = new PdfRendererBuilder();
		builder.useFont(() -> open(FONTS + "Inter_400Regular.ttf"), "Inter", 400, FontStyle.NORMAL, true);
		builder.useFont(() -> open(FONTS + "Inter_700Bold.ttf"), "Inter", 700, FontStyle.NORMAL, true);
		builder.usePdfVersion(PDF_VERSION);
		builder.usePdfUaAccessibility(true);
		builder.withProducer("Kulturlots");
		builder.useExternalResourceAccessControl((uri, type) -> false,
				ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
		builder.withW3cDocument(document, "");
		builder.toStream(out);
		try {
			builder.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Document parse(String html) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html.strip())));
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IllegalStateException("a template to print is no well-formed XML", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InputStream open(String path) {
		try {
			return new ClassPathResource(path).getInputStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(String path) {
		try (InputStream in = open(path)) {
			return StreamUtils.copyToString(in, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
