package se.kulturlots.cases;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import se.kulturlots.core.Sheet;
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

	/** Writes the lines, in the language of the texts. */
	public void write(Case one, Texts texts, Sheet sheet) {
		Map<String, String> names = this.accounts.names(one.authorityId());
		List<Journal.Entry> entries = this.journal.of(one.authorityId(), one.id(), false, MOST);
		sheet.table(texts.t("cases.journal.title"), HEADINGS.stream().map((heading) -> texts.t(heading)).toList());
		for (int i = entries.size() - 1; i >= 0; i--) {
			Journal.Entry entry = entries.get(i);
			JournalLine line = JournalLine.of(entry, names, texts);
			sheet.row(one.diaryNumber(), one.title(), entry.at(), line.what(), line.by(),
					texts.t(line.isPublic() ? "cases.journal.yes" : "cases.journal.no"));
		}
	}

}
