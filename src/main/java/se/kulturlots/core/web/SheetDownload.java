package se.kulturlots.core.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

import se.kulturlots.core.Sheet;

/**
 * A list as a file for spreadsheets that goes out as it is written. A controller takes it
 * as a parameter; the end of the address, {@code .csv} or {@code .xlsx}, says which kind.
 */
public final class SheetDownload {

	private static final String WORKBOOK = ".xlsx";

	private final boolean workbook;

	private final Page page;

	private final HttpServletResponse response;

	/** The kind that was asked for, in the zone of the page. */
	public SheetDownload(HttpServletRequest request, HttpServletResponse response, Page page) {
		this.workbook = request.getRequestURI().endsWith(WORKBOOK);
		this.page = page;
		this.response = response;
	}

	/**
	 * Sends the file.
	 * @param name its name without an ending
	 * @param content writes its tables and rows
	 * @throws IOException if whoever asked has gone
	 */
	public void send(String name, Consumer<Sheet> content) throws IOException {
		this.response.setContentType(this.workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
				: "text/csv;charset=UTF-8");
		this.response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment()
					.filename(name + (this.workbook ? WORKBOOK : ".csv"), StandardCharsets.UTF_8)
					.build()
					.toString());
		this.response.setHeader("X-Content-Type-Options", "nosniff");
		OutputStream out = this.response.getOutputStream();
		try (Sheet sheet = this.workbook ? Sheet.workbook(out, this.page.zone()) : Sheet.csv(out, this.page.zone())) {
			content.accept(sheet);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

}
