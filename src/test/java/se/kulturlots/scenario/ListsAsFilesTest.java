package se.kulturlots.scenario;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.testing.KulturlotsTest;
import se.kulturlots.testing.SampleAccounts;
import se.kulturlots.testing.Sheets;
import se.kulturlots.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every list that staff see is also a file, with the same in it as CSV and as workbook.
 */
@KulturlotsTest
class ListsAsFilesTest {

	@Autowired
	AutowireCapableBeanFactory beans;

	@Autowired
	SampleAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@Test
	void whatAPageListsIsInBothFilesThatItLinksTo() throws Exception {
		SettledAuthority settled = this.beans.createBean(SettledAuthority.class).in("Torslunda");
		Account officer = settled.cycle().officer();
		Visitor visitor = new Visitor(this.port).as(officer.id());
		String consultation = "/staff/consultations/" + settled.ids().get("consultation");
		String heritage = "Hembygdsföreningen i Torslunda";
		lists(visitor, "/staff/register", "/staff/register/export", heritage);
		lists(visitor, "/staff/register/import/" + settled.ids().get("import"),
				"/staff/register/import/" + settled.ids().get("import") + "/rows", "Teatern i Torslunda");
		lists(visitor, consultation + "/invitees", consultation + "/invitees", heritage);
		lists(visitor, consultation + "/silent", consultation + "/silent", "Ungdomsgården i Torslunda");
		lists(visitor, consultation + "/coverage", consultation + "/coverage", "Inbjudna");
		lists(visitor, "/staff/coverage", "/staff/coverage", "Inbjudna");
		lists(visitor, consultation + "/numbers", consultation + "/numbers", "Bjöds in");
		String period = "?period=" + this.jdbc.sql("select period_id::text from input where id = cast(:id as uuid)")
			.param("id", settled.ids().get("input"))
			.query(String.class)
			.single();
		lists(visitor, consultation + "/input" + period, consultation + "/input/export", period,
				"Fler scener på landet i Torslunda.");
		lists(visitor, consultation + "/journal", "/staff/cases/" + settled.ids().get("consultation") + "/journal",
				"Hemlig kulturplan för Torslunda");
		lists(visitor, "/staff/meetings/" + settled.ids().get("meeting"),
				"/staff/meetings/" + settled.ids().get("meeting") + "/registrations", "Anna från Torslunda");
		lists(visitor, consultation + "/meetings", consultation + "/meetings", "Genomfört");
		lists(visitor, consultation + "/mail", consultation + "/mail", "Hemlig kulturplan för Torslunda");
		lists(visitor, "/staff/mail?all=true", "/staff/mail", "?all=true", "Hemlig kulturplan för Torslunda");
		lists(visitor, "/staff/consultations", "/staff/consultations", "Hemlig kulturplan för Torslunda");
		lists(visitor, "/staff/progress", "/staff/progress", "Hemlig kulturplan för Torslunda");
		lists(visitor, "/staff", "/staff/tasks", "Hemlig kulturplan för Torslunda");
		Account admin = this.accounts.with(officer.authority(), Role.ADMIN);
		lists(new Visitor(this.port).as(admin.id()), "/staff/accounts", "/staff/accounts/list", officer.id());
	}

	private static void lists(Visitor visitor, String page, String path, String what) throws Exception {
		lists(visitor, page, path, "", what);
	}

	private static void lists(Visitor visitor, String page, String path, String query, String what) throws Exception {
		assertThat(visitor.get(page).body()).as(page).contains("\"" + path + ".xlsx", "\"" + path + ".csv");
		HttpResponse<byte[]> csv = visitor.bytes(path + ".csv" + query);
		HttpResponse<byte[]> workbook = visitor.bytes(path + ".xlsx" + query);
		assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment")
			.contains(".csv");
		assertThat(workbook.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment")
			.contains(".xlsx");
		List<List<String>> rows = CsvReader.builder()
			.fieldSeparator(';')
			.skipEmptyLines(true)
			.allowExtraFields(true)
			.allowMissingFields(true)
			.ofCsvRecord(new String(csv.body(), StandardCharsets.UTF_8).substring(1))
			.stream()
			.map(CsvRecord::getFields)
			.toList();
		Map<String, List<List<String>>> sheets = Sheets.read(workbook.body());
		assertThat(sheets.values().stream().mapToInt(List::size).sum() + sheets.size() - 1).as(path)
			.isEqualTo(rows.size());
		List<List<String>> first = sheets.values().iterator().next();
		for (int i = 0; i < first.size(); i++) {
			List<String> row = rows.get(i);
			List<String> filled = first.get(i);
			// a workbook ends a row with its last value
			assertThat(filled).as(path).isEqualTo(row.subList(0, filled.size()));
			assertThat(row.subList(filled.size(), row.size())).as(path).allMatch(String::isEmpty);
		}
		assertThat(rows.stream().flatMap(List::stream)).as(path).contains(what);
	}

}
