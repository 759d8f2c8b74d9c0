package se.kulturlots.input.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Fact;
import se.kulturlots.core.PlainText;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.input.InputField;
import se.kulturlots.input.Intake;
import se.kulturlots.input.Sender;

/**
 * What was filled in, read field by field, since what a form asks differs from case to
 * case. What is wrong is said at its field.
 */
final class InputAnswers {

	private static final int LONGEST_ORGANISATION = 200;

	private static final int LONGEST_NAME = 120;

	private final Page page;

	private final Form form;

	InputAnswers(Page page, Form form) {
		this.page = page;
		this.form = form;
	}

	/** The name of the element in which a field is answered. */
	static String name(InputField field) {
		return "answers[" + field.key() + "]";
	}

	/** The texts that were written, by the key of their field. */
	Map<String, String> texts(List<InputField> fields) {
		Map<String, String> texts = new LinkedHashMap<>();
		for (InputField field : fields) {
			String text = PlainText.textOrNull(this.form.value(name(field)));
			if (text != null && text.length() > Intake.LONGEST) {
				this.form.error(name(field), "input.problem.tooLong", Intake.LONGEST);
			}
			if (text != null) {
				texts.put(field.key(), text);
			}
		}
		if (texts.isEmpty()) {
			this.form.error(name(fields.get(0)), "input.problem.nothingSaid");
		}
		return texts;
	}

	/** Who sends it, as somebody who fills in the form says. */
	Sender sender(List<Choice> municipalities) {
		String organisation = organisation();
		String name = line("name");
		if (name == null) {
			this.form.error("name", "input.error.name");
		}
		checkLength("name", name, LONGEST_NAME);
		EmailAddress email = email();
		if (email == null && this.form.error("email") == null) {
			this.form.error("email", "input.error.email");
		}
		return new Sender(organisation, name, email, municipality(municipalities), this.page.locale());
	}

	/** Who says it, as far as it is known to staff. */
	Sender senderOnBehalf(List<Choice> municipalities, Locale language) {
		String organisation = organisation();
		String name = line("name");
		checkLength("name", name, LONGEST_NAME);
		return new Sender(organisation, name, email(), municipality(municipalities), language);
	}

	/** Who sends it, of somebody whose address is known already. */
	Sender senderAgain(List<Choice> municipalities, @Nullable String nameBefore) {
		String organisation = organisation();
		String name = line("name");
		if (name == null && nameBefore != null) {
			this.form.error("name", "input.error.name");
		}
		checkLength("name", name, LONGEST_NAME);
		return new Sender(organisation, name, null, municipality(municipalities), this.page.locale());
	}

	private @Nullable String organisation() {
		String organisation = line("organisation");
		checkLength("organisation", organisation, LONGEST_ORGANISATION);
		return organisation;
	}

	private @Nullable EmailAddress email() {
		String typed = line("email");
		Optional<EmailAddress> email = (typed != null) ? EmailAddress.parse(typed) : Optional.empty();
		if (typed != null && email.isEmpty()) {
			this.form.error("email", "input.error.emailShape");
		}
		return email.orElse(null);
	}

	private @Nullable String municipality(List<Choice> municipalities) {
		String code = line("municipality");
		if (code != null && municipalities.stream().noneMatch((choice) -> choice.value().equals(code))) {
			this.form.error("municipality", "input.problem.unknownMunicipality");
		}
		return code;
	}

	private void checkLength(String field, @Nullable String text, int longest) {
		if (text != null && text.length() > longest) {
			this.form.error(field, "input.problem.tooLong", longest);
		}
	}

	private @Nullable String line(String field) {
		String line = PlainText.line(this.form.value(field));
		return line.isEmpty() ? null : line;
	}

	/** What is to be looked through before it is sent. */
	static List<Fact> facts(InputView view, Map<String, String> texts, Sender sender) {
		Page page = view.page();
		List<Fact> facts = new ArrayList<>();
		view.fields()
			.stream()
			.filter((field) -> texts.containsKey(field.key()))
			.forEach((field) -> facts
				.add(Fact.written(view.label(field), Objects.requireNonNull(texts.get(field.key())))));
		add(facts, page.t("input.organisation"), sender.organisationName());
		add(facts, page.t("input.name"), sender.name());
		add(facts, page.t("input.email"), (sender.email() != null) ? sender.email().value() : null);
		add(facts, page.t("input.municipality"),
				view.municipalities()
					.stream()
					.filter((choice) -> choice.value().equals(sender.municipalityCode()))
					.map(Choice::label)
					.findFirst()
					.orElse(null));
		return facts;
	}

	private static void add(List<Fact> facts, String label, @Nullable String value) {
		if (value != null) {
			facts.add(Fact.of(label, value));
		}
	}

}
