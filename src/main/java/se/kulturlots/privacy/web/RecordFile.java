package se.kulturlots.privacy.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.springframework.stereotype.Component;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Fact;
import se.kulturlots.core.SpreadsheetText;
import se.kulturlots.core.web.Page;
import se.kulturlots.privacy.PersonalRecord;

/** What is stored about a person as a file: for other programs, and for spreadsheets. */
@Component
class RecordFile {

	private final ObjectMapper json;

	RecordFile(ObjectMapper json) {
		this.json = json;
	}

	byte[] json(EmailAddress address, List<PersonalRecord> records) {
		List<Item> lines = records.stream()
			.map((each) -> new Item(each.kind(), each.title(), each.at().toString(),
					each.all().stream().map((fact) -> new Line(fact.label(), fact.value())).toList()))
			.toList();
		try {
			return this.json.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Everything(address.value(), lines));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	byte[] csv(List<PersonalRecord> records, Page page) {
		StringWriter out = new StringWriter();
		out.write('\uFEFF');
		try (CsvWriter writer = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(out)) {
			writer.writeRecord(page.t("privacy.file.kind"), page.t("privacy.file.title"), page.t("privacy.file.at"),
					page.t("privacy.file.what"), page.t("privacy.file.value"));
			for (PersonalRecord each : records) {
				for (Fact fact : each.all()) {
					writer.writeRecord(each.kind(), SpreadsheetText.harmless(each.title()), each.at().toString(),
							SpreadsheetText.harmless(fact.label()), SpreadsheetText.harmless(fact.value()));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString().getBytes(StandardCharsets.UTF_8);
	}

	private record Everything(String address, List<Item> records) {
	}

	private record Item(String kind, String title, String at, List<Line> facts) {
	}

	private record Line(String what, String value) {
	}

}
