package se.kulturlots.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import se.kulturlots.core.Fact;
import se.kulturlots.core.Problem;
import se.kulturlots.core.web.Choice;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Happening;
import se.kulturlots.core.web.Page;
import se.kulturlots.core.web.SeveralLines;

/** A page with every kind of field and part, which only tests have. */
@TestComponent
@Controller
public class SampleFormController {

	private static final List<Choice> CHOICES = List.of(Choice.of("one", "Ett val"),
			new Choice("two", "Ett annat val", "Med en förklaring"), Choice.of("three", "Ett tredje"));

	private final TemplateEngine templates;

	SampleFormController(TemplateEngine templates) {
		this.templates = templates;
	}

	@GetMapping("/my/sample/{authority}")
	ResponseEntity<String> show(Page page) {
		return show(page, page.form(Map.of("answers", Map.of("q1", "Ett svar"))), 200);
	}

	@PostMapping("/my/sample/{authority}")
	ResponseEntity<String> send(@PathVariable String authority, @Valid SampleForm sent, BindingResult binding,
			Page page) {
		Form form = page.submitted(binding);
		return form.attempt(() -> accept(sent))
			.map((told) -> ResponseEntity.ok().header("Content-Type", "text/plain;charset=UTF-8").body(told))
			.orElseGet(() -> show(page, form, page.status()));
	}

	private static String accept(SampleForm sent) {
		if ("förbjuden".equals(sent.name())) {
			throw new Refused().at("name");
		}
		return sent.toString();
	}

	private ResponseEntity<String> show(Page page, Form form, int status) {
		Content content = (output) -> {
			part("form/errorSummary", page, form, Map.of(), output);
			output.writeContent("<h1>Alla fält</h1><form method=\"post\" novalidate>");
			part("form/hidden", page, form, Map.of(), output);
			part("form/input", page, form, Map.of("name", "name", "label", "Namn", "autocomplete", "name"), output);
			part("form/input", page, form, Map.of("name", "seats", "label", "Platser", "type", "text", "inputmode",
					"numeric", "hint", "Ett tal mellan 1 och 100", "width", "xs"), output);
			part("form/input", page, form, Map.of("name", "day", "label", "Dag", "type", "date", "required", false),
					output);
			part("form/textarea", page, form,
					Map.of("name", "about", "label", "Berätta", "maxlength", 20, "required", false), output);
			part("form/textarea", page, form, Map.of("name", "answers[q1]", "label", "Fråga ett", "rows", 3), output);
			part("form/select", page, form, Map.of("name", "place", "label", "Plats", "choices", CHOICES), output);
			part("form/radios", page, form, Map.of("name", "kind", "label", "Slag", "choices", CHOICES), output);
			part("form/checkboxes", page, form,
					Map.of("name", "themes", "label", "Teman", "hint", "Ett eller flera", "choices", CHOICES), output);
			part("form/checkbox", page, form, Map.of("name", "agreed", "label", "Jag har läst"), output);
			part("form/file", page, form, Map.of("name", "file", "label", "Fil", "required", false), output);
			part("part/notice", page, form, Map.of("purpose", "Vi sparar det du skriver."), output);
			part("form/submit", page, form, Map.of("text", "Skicka"), output);
			output.writeContent("</form>");
			parts(page, form, output);
		};
		render(page, content);
		String html = render(page, content);
		return ResponseEntity.status(status).header("Content-Type", "text/html;charset=UTF-8").body(html);
	}

	private String render(Page page, Content content) {
		StringOutput html = new StringOutput();
		this.templates.render("site/layout.jte", Map.of("page", page, "title", "Alla fält", "content", content), html);
		return html.toString();
	}

	private void parts(Page page, Form form, gg.jte.TemplateOutput output) {
		output.writeContent("<section><h2>Delar</h2>");
		part("part/alert", page, form, Map.of("title", "Bra att veta", "text", "En upplysning."), output);
		part("part/alert", page, form, Map.of("color", "warning", "text", "En varning."), output);
		part("part/facts", page, form,
				Map.of("facts",
						List.of(Fact.of("Plats", "Biblioteket"), new Fact("Mer", "Läs planen", "/accessibility"))),
				output);
		for (String color : List.of("neutral", "info", "success", "warning", "danger")) {
			part("part/tag", page, form, Map.of("text", color, "color", color), output);
			output.writeContent(" ");
		}
		Content rows = (table) -> table
			.writeContent("<tr><th scope=\"row\">Kör</th><td class=\"kl-number\">12</td></tr>");
		part("part/table", page, form, Map.of("caption", "Föreningar", "head", List.of("Namn", "Antal"), "rows", rows),
				output);
		part("part/timeline", page, form,
				Map.of("happenings",
						List.of(new Happening("1 mars", "Öppnade", "lots", Happening.State.DONE),
								new Happening("2 april", "Samråd", null, Happening.State.NOW),
								new Happening("3 maj", "Beslut", null, Happening.State.LATER))),
				output);
		part("part/pagination", page, form, Map.of("href", "/my/sample?x=1", "current", 2, "last", 3), output);
		part("part/back", page, form, Map.of("href", "/", "text", "Tillbaka"), output);
		part("part/empty", page, form, Map.of("text", "Inget här."), output);
		output.writeContent("</section>");
	}

	private void part(String name, Page page, Form form, Map<String, Object> parameters, gg.jte.TemplateOutput output) {
		Map<String, Object> all = new java.util.HashMap<>(parameters);
		Map<String, Class<?>> taken = this.templates.getParamInfo("site/" + name + ".jte");
		if (taken.containsKey("page")) {
			all.put("page", page);
		}
		if (taken.containsKey("form")) {
			all.put("form", form);
		}
		this.templates.render("site/" + name + ".jte", all, output);
	}

	record SampleForm(UUID submissionId, @NotBlank String name, @NotNull @Max(100) Integer seats,
			@Nullable LocalDate day, @SeveralLines @Nullable @Size(max = 20) String about, Map<String, String> answers,
			@NotBlank String place, @NotNull Kind kind, @NotEmpty List<String> themes, @NotNull Boolean agreed) {
	}

	enum Kind {

		one, two, three

	}

	private static final class Refused extends Problem {

		Refused() {
			super(Kind.CONFLICT, "site.error.409.text");
		}

	}

}
