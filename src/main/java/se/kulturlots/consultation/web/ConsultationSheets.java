package se.kulturlots.consultation.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import se.kulturlots.consultation.Consultation;
import se.kulturlots.consultation.CoverageNumbers.Counts;
import se.kulturlots.consultation.CoverageNumbers.Stage;
import se.kulturlots.consultation.Invitee;
import se.kulturlots.consultation.Invitees;
import se.kulturlots.consultation.SilentOrganisations;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Sheet;
import se.kulturlots.core.Texts;
import se.kulturlots.register.PriorityGroup;

/** The lists of a consultation as files for spreadsheets. */
@Component
class ConsultationSheets {

	private static final int AT_ONCE = 1000;

	private final Invitees invitees;

	private final SilentOrganisations silent;

	ConsultationSheets(Invitees invitees, SilentOrganisations silent) {
		this.invitees = invitees;
		this.silent = silent;
	}

	/** The consultations of an authority. */
	static void consultations(List<Consultation> consultations, Texts texts, Sheet sheet) {
		sheet.table(texts, "consultation.staff.title", "cases.field.diaryNumber", "cases.field.title",
				"consultation.field.status", "consultation.field.phase", "consultation.field.decisionDate");
		consultations.forEach((one) -> sheet.row(one.diaryNumber(), one.title(), texts.t(one.status().messageKey()),
				texts.t(one.phase().messageKey()), one.decisionDate()));
	}

	/** Those invited, and what has been heard from them. */
	void invitees(CaseId id, Texts texts, Sheet sheet) {
		sheet.table(texts, "consultation.tab.invitees", "consultation.invitees.name",
				"consultation.invitees.municipality", "consultation.invitees.sector", "consultation.invitees.group",
				"register.field.email", "register.field.phone", "register.field.language",
				"consultation.invitees.invitedAt", "consultation.invitees.answer", "consultation.invitees.registered",
				"consultation.invitees.gaveInput");
		List<Invitee> some;
		int skip = 0;
		do {
			some = this.invitees.of(id, skip, AT_ONCE);
			some.forEach((one) -> sheet.row(one.name(), one.municipality(), texts.t(one.sector().messageKey()),
					group(one.priorityGroup(), texts), one.email(), one.shownPhone(), one.language(), one.invitedAt(),
					(one.answer() != null) ? texts.t("invitation.answer." + one.answer().name()) : null,
					yes(one.registered(), texts), yes(one.gaveInput(), texts)));
			skip += AT_ONCE;
		}
		while (some.size() == AT_ONCE);
	}

	/** Those who have not been heard. */
	void silent(String authorityId, CaseId id, SilentChoices choices, Texts texts, Sheet sheet) {
		sheet.table(texts, choices.chosen().messageKey(), "consultation.invitees.name",
				"consultation.invitees.municipality", "consultation.invitees.sector", "consultation.invitees.group",
				"register.field.email", "register.field.phone", "consultation.silent.contactedOn");
		List<SilentOrganisations.Row> some;
		int skip = 0;
		do {
			some = this.silent.find(authorityId, id, choices.chosen(), choices.filter(), skip, AT_ONCE);
			some.forEach((one) -> sheet.row(one.name(), one.municipality(), texts.t(one.sector().messageKey()),
					group(one.priorityGroup(), texts), one.email(), one.shownPhone(), one.contacted()));
			skip += AT_ONCE;
		}
		while (some.size() == AT_ONCE);
	}

	/** How many came how far: in all, by municipality, by sector, by priority group. */
	void coverage(CoverageView coverage, Texts texts, Sheet sheet) {
		sheet.table(texts, "consultation.coverage.stages", "consultation.coverage.stage",
				"consultation.coverage.count");
		coverage.stages().forEach((bar) -> sheet.row(texts.t(bar.stage().messageKey()), bar.count()));
		counts("consultation.invitees.municipalities", "consultation.invitees.municipality", coverage.rows(), texts,
				sheet);
		sheet.table(texts.t("consultation.coverage.where") + ", " + texts.t(coverage.stage().messageKey()),
				Stream
					.concat(Stream.of(texts.t("consultation.invitees.municipality")),
							coverage.sectors().stream().map((sector) -> texts.t(sector.messageKey())))
					.toList());
		coverage.rows()
			.forEach((row) -> sheet
				.row(Stream.concat(Stream.of(row.name()), row.cells().stream().map(CoverageView.Cell::count))
					.toArray()));
		counts("consultation.coverage.priorityGroups", "consultation.invitees.group", coverage.groups(), texts, sheet);
	}

	private static void counts(String titleKey, String whatKey, List<CoverageView.Row> rows, Texts texts, Sheet sheet) {
		sheet.table(texts.t(titleKey),
				Stream.concat(Stream.of(whatKey), Arrays.stream(Stage.values()).map(Stage::messageKey))
					.map((key) -> texts.t(key))
					.toList());
		for (CoverageView.Row row : rows) {
			Counts counts = row.all().counts();
			sheet.row(Stream.concat(Stream.of(row.name()), Arrays.stream(Stage.values()).map(counts::of)).toArray());
		}
	}

	private static @Nullable String group(@Nullable PriorityGroup group, Texts texts) {
		return (group != null) ? texts.t(group.messageKey()) : null;
	}

	private static @Nullable String yes(boolean holds, Texts texts) {
		return holds ? texts.t("core.sheet.yes") : null;
	}

}
