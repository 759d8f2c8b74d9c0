package se.kulturlots.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.Sheet;
import se.kulturlots.core.Texts;
import se.kulturlots.mail.MailLog;
import se.kulturlots.mail.MailState;

/** Mails and what became of them as a file for spreadsheets, the newest first. */
@Component
public class MailExport {

	private static final int AT_ONCE = 1000;

	private final MailLog mails;

	private final Cases cases;

	MailExport(MailLog mails, Cases cases) {
		this.mails = mails;
		this.cases = cases;
	}

	/**
	 * Writes the mails of an authority.
	 * @param caseId of one case, or null for all
	 * @param states in these states, or empty for all
	 * @param recipient the address, or null for all
	 */
	public void write(String authorityId, @Nullable CaseId caseId, Collection<MailState> states,
			@Nullable String recipient, Texts texts, Sheet sheet) {
		sheet.table(texts, "cases.tab.mail", "mail.list.recipient", "cases.mails.subject", "cases.field.diaryNumber",
				"cases.field.title", "cases.mails.state", "cases.mails.put", "cases.mails.sent", "cases.mails.reason");
		List<MailLog.Entry> some;
		int skip = 0;
		do {
			some = this.mails.some(authorityId, caseId, states, recipient, skip, AT_ONCE);
			Map<CaseId, Case> cases = cases(some);
			some.forEach((mail) -> {
				Case of = (mail.caseId() != null) ? cases.get(mail.caseId()) : null;
				String reason = mail.reasonKey();
				sheet.row(mail.recipient(), mail.subject(), (of != null) ? of.diaryNumber() : null,
						(of != null) ? of.title() : null, texts.t(mail.stateKey()), mail.createdAt(), mail.sentAt(),
						(reason != null) ? texts.t(reason, mail.reason()) : null);
			});
			skip += AT_ONCE;
		}
		while (some.size() == AT_ONCE);
	}

	private Map<CaseId, Case> cases(List<MailLog.Entry> mails) {
		return this.cases
			.findAllById(mails.stream().map(MailLog.Entry::caseId).filter(Objects::nonNull).distinct().toList())
			.stream()
			.collect(Collectors.toMap(Case::id, Function.identity()));
	}

}
