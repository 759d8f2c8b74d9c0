package se.kulturlots.register.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.register.BulkChangeId;
import se.kulturlots.register.BulkChanges;
import se.kulturlots.register.BulkChanges.Change;
import se.kulturlots.register.BulkChanges.Concerned;
import se.kulturlots.register.BulkChanges.Field;
import se.kulturlots.register.Municipalities;
import se.kulturlots.register.Municipality;
import se.kulturlots.register.OrganisationFields;
import se.kulturlots.register.OrganisationSearch;
import se.kulturlots.register.PriorityGroup;
import se.kulturlots.register.Sector;

/** Where a change of many organisations is looked back on, and undone. */
@Controller
class BulkChangeController {

	static final String CHANGES = "/staff/register/changes";

	private static final String BULK = "/staff/register/bulk";

	private final BulkChanges changes;

	private final OrganisationSearch search;

	private final FieldChoices choices;

	private final Municipalities municipalities;

	private final Accounts accounts;

	BulkChangeController(BulkChanges changes, OrganisationSearch search, FieldChoices choices,
			Municipalities municipalities, Accounts accounts) {
		this.changes = changes;
		this.search = search;
		this.choices = choices;
		this.municipalities = municipalities;
		this.accounts = accounts;
	}

	@GetMapping(BULK)
	String choose(@AuthenticationPrincipal Account account, ListFilter filter, Page page, Model model) {
		Writing.check(account);
		return show(account, filter, page.form(), null, page, model);
	}

	@PostMapping(BULK)
	String change(@AuthenticationPrincipal Account account, ListFilter filter, BulkForm sent, Page page, Model model) {
		Writing.check(account);
		Form form = page.submitted();
		Change change = sent.change(form, this.municipalities.of(account.authority())).orElse(null);
		String expected = sent.expected();
		if (change == null || expected == null || expected.isEmpty()) {
			return show(account, filter, form, change, page, model);
		}
		return form.attempt(() -> this.changes.change(account.authority(), filter.filter(), change, expected))
			.map((id) -> "redirect:" + page.url(CHANGES + "/" + id))
			.orElseGet(() -> show(account, filter, form, change, page, model));
	}

	private String show(Account account, ListFilter filter, Form form, @Nullable Change change, Page page,
			Model model) {
		String authority = account.authority();
		model.addAttribute("form", form);
		model.addAttribute("filter", filter);
		model.addAttribute("total", this.search.count(authority, filter.filter()));
		model.addAttribute("change", change);
		Concerned concerned = (change != null) ? this.changes.concerned(authority, filter.filter(), change)
				: new Concerned(0, "");
		model.addAttribute("changes", concerned.count());
		model.addAttribute("expected", concerned.digest());
		model.addAttribute("latest", this.changes.latest(authority));
		model.addAttribute("people", this.accounts.names(authority));
		model.addAttribute("names", this.municipalities.names());
		model.addAttribute("fields",
				Arrays.stream(Field.values())
					.map((field) -> Choice.of(field.name(), page.t(field.messageKey())))
					.toList());
		model.addAttribute("sectors", this.choices.sectors(page));
		model.addAttribute("municipalities", this.choices.municipalities(this.municipalities.of(authority)));
		model.addAttribute("priorityGroups", this.choices.priorityGroups(page));
		return "register/bulk";
	}

	@GetMapping(CHANGES + "/{id}")
	String done(@AuthenticationPrincipal Account account, @PathVariable BulkChangeId id, Model model) {
		Writing.check(account);
		model.addAttribute("change", this.changes.get(account.authority(), id));
		return "register/bulkChange";
	}

	@PostMapping(CHANGES + "/{id}/undo")
	String undo(@AuthenticationPrincipal Account account, @PathVariable BulkChangeId id, Page page) {
		Writing.check(account);
		this.changes.undo(account.authority(), id);
		return "redirect:" + page.url(CHANGES + "/" + id);
	}

	/**
	 * What many are given, as it is sent.
	 *
	 * @param field the name of a {@link Field}
	 * @param expected the digest of those that it was said to change; null as long as it
	 * was not said
	 */
	record BulkForm(@Nullable String field, @Nullable String newSector, @Nullable String newMunicipality,
			@Nullable String newPriorityGroup, @Nullable String expected) {

		Optional<Change> change(Form form, List<Municipality> area) {
			Optional<Field> chosen = constant(Field.values(), this.field);
			if (chosen.isEmpty()) {
				form.error("field", "register.bulk.field.missing");
				return Optional.empty();
			}
			return switch (chosen.get()) {
				case SECTOR ->
					constant(Sector.values(), this.newSector).map((it) -> new Change(Field.SECTOR, it.name()))
						.or(() -> wrong(form, "newSector", "register.field.sector.wrong"));
				case PRIORITY_GROUP -> OrganisationFields.NONE.equals(this.newPriorityGroup)
						? Optional.of(new Change(Field.PRIORITY_GROUP, null))
						: constant(PriorityGroup.values(), this.newPriorityGroup)
							.map((it) -> new Change(Field.PRIORITY_GROUP, it.name()))
							.or(() -> wrong(form, "newPriorityGroup", "register.field.priorityGroup.wrong"));
				case MUNICIPALITY -> OrganisationFields.NONE.equals(this.newMunicipality)
						? Optional.of(new Change(Field.MUNICIPALITY, null))
						: area.stream()
							.map(Municipality::code)
							.filter((code) -> code.equals(this.newMunicipality))
							.findFirst()
							.map((code) -> new Change(Field.MUNICIPALITY, code))
							.or(() -> wrong(form, "newMunicipality", "register.field.municipality.wrong"));
			};
		}

		private static Optional<Change> wrong(Form form, String field, String key) {
			form.error(field, key);
			return Optional.empty();
		}

		private static <E extends Enum<E>> Optional<E> constant(E[] values, @Nullable String name) {
			return Arrays.stream(values).filter((value) -> value.name().equals(name)).findFirst();
		}

	}

}
