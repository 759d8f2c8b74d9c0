package se.kulturlots.testing.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

import se.kulturlots.authority.Authorities;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Fact;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.testing.sample.Circles.Circle;

/** The pages of circles, made of the same parts as all others. */
@Controller
class SampleController {

	private final Circles circles;

	private final Authorities authorities;

	private final TemplateEngine templates;

	SampleController(Circles circles, Authorities authorities, TemplateEngine templates) {
		this.circles = circles;
		this.authorities = authorities;
		this.templates = templates;
	}

	@GetMapping(path = "/{authority}/samples", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	@ResponseBody
	String all(@PathVariable String authority, Page page) {
		String id = this.authorities.get(authority).id();
		return list("site/layout.jte", page, "/" + id + "/samples/", this.circles.announced(id), true);
	}

	@GetMapping(path = "/{authority}/samples/{slug}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	@ResponseBody
	String one(@PathVariable String authority, @PathVariable String slug, Page page) {
		Circle circle = this.circles.announced(this.authorities.get(authority).id())
			.stream()
			.filter((each) -> each.slug().equals(slug))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return one("site/layout.jte", page, circle);
	}

	@GetMapping(path = "/staff/samples", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	@ResponseBody
	String ofStaff(@AuthenticationPrincipal Account account, Page page) {
		return list("staff/layout.jte", page, "/staff/samples/", this.circles.of(account.authority()), false);
	}

	@GetMapping(path = "/staff/samples/{id}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	@ResponseBody
	String oneOfStaff(@AuthenticationPrincipal Account account, @PathVariable CaseId id, Page page) {
		return one("staff/layout.jte", page, this.circles.find(account.authority(), id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
	}

	private String list(String layout, Page page, String path, List<Circle> circles, boolean bySlug) {
		Content content = (output) -> {
			output.writeContent("<h1>" + page.t("sample.circles") + "</h1><ul>");
			circles.forEach((circle) -> output
				.writeContent("<li><a href=\"" + page.url(path + (bySlug ? circle.slug() : circle.id().toString()))
						+ "\">" + HtmlUtils.htmlEscape(circle.title()) + "</a></li>"));
			output.writeContent("</ul>");
		};
		return render(layout, page, page.t("sample.circles"), content);
	}

	private String one(String layout, Page page, Circle circle) {
		List<Fact> facts = new ArrayList<>(List.of(Fact.of(page.t("sample.question"), circle.question())));
		if (circle.place() != null) {
			facts.add(Fact.of(page.t("sample.place"), circle.place()));
		}
		Content content = (output) -> {
			output.writeContent("<h1>" + HtmlUtils.htmlEscape(circle.title()) + "</h1>");
			this.templates.render("site/part/facts.jte", Map.of("page", page, "facts", facts), output);
		};
		return render(layout, page, circle.title(), content);
	}

	private String render(String layout, Page page, String title, Content content) {
		StringOutput html = new StringOutput();
		this.templates.render(layout, Map.of("page", page, "title", title, "content", content), html);
		return html.toString();
	}

}
