package se.kulturlots.privacy.web;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.stereotype.Component;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Fact;
import se.kulturlots.core.Sheet;
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

	void write(List<PersonalRecord> records, Page page, Sheet sheet) {
		sheet.table(page, "privacy.pages.title", "privacy.file.kind", "privacy.file.title", "privacy.file.at",
				"privacy.file.what", "privacy.file.value");
		for (PersonalRecord each : records) {
			for (Fact fact : each.all()) {
				sheet.row(each.kind(), each.title(), each.at(), fact.label(), fact.value());
			}
		}
	}

	private record Everything(String address, List<Item> records) {
	}

	private record Item(String kind, String title, String at, List<Line> facts) {
	}

	private record Line(String what, String value) {
	}

}
