package se.kulturlots.cases;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.springframework.stereotype.Component;

import se.kulturlots.core.SpreadsheetText;
import se.kulturlots.core.Texts;
import se.kulturlots.identity.Accounts;
import se.kulturlots.journal.Journal;
import se.kulturlots.journal.JournalLine;

/**
 * The journal of a case as a file for the authority's own records: UTF-8 with byte order
 * mark and semicolons, with the diary number on each line, the oldest line first.
 */
@Component
public class JournalExport {

	private static final List<String> HEADINGS = List.of("cases.field.diaryNumber", "cases.field.title",
			"cases.journal.at", "cases.journal.what", "cases.journal.actor", "cases.journal.public");

	private static final int MOST = 100_000;

	private final Journal journal;

	private final Accounts accounts;

	JournalExport(Journal journal, Accounts accounts) {
		this.journal = journal;
		this.accounts = accounts;
	}

	/** The file, in the language of the texts. */
	public byte[] csv(Case one, Texts texts) {
		List<JournalLine> lines = JournalLine.of(this.journal.of(one.authorityId(), one.id(), false, MOST),
				this.accounts.names(one.authorityId()), texts);
		StringWriter out = new StringWriter();
		out.write('\uFEFF');
		try (CsvWriter writer = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(out)) {
			writer.writeRecord(HEADINGS.stream().map((heading) -> texts.t(heading)).toList());
			for (int i = lines.size() - 1; i >= 0; i--) {
				JournalLine line = lines.get(i);
				writer.writeRecord(Stream
					.of(one.diaryNumber(), one.title(), line.at(), line.what(), line.by(),
							texts.t(line.isPublic() ? "cases.journal.yes" : "cases.journal.no"))
					.map(SpreadsheetText::harmless)
					.toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString().getBytes(StandardCharsets.UTF_8);
	}

}
