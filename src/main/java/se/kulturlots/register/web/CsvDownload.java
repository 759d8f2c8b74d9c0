package se.kulturlots.register.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Files for spreadsheets that go out as they are written. */
final class CsvDownload {

	private static final MediaType WORKBOOK = new MediaType("application",
			"vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private CsvDownload() {
	}

	static Writer writer(String name, HttpServletResponse response) throws IOException {
		return new BufferedWriter(new OutputStreamWriter(
				stream(name, new MediaType("text", "csv", StandardCharsets.UTF_8), response), StandardCharsets.UTF_8));
	}

	static OutputStream workbook(String name, HttpServletResponse response) throws IOException {
		return stream(name, WORKBOOK, response);
	}

	private static OutputStream stream(String name, MediaType type, HttpServletResponse response) throws IOException {
		response.setContentType(type.toString());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name).build().toString());
		response.setHeader("X-Content-Type-Options", "nosniff");
		return response.getOutputStream();
	}

}
