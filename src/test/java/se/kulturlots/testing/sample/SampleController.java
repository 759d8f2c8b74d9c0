package se.kulturlots.testing.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
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
import se.kulturlots.cases.CaseTabs;
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

	private final CaseTabs tabs;

	private final TemplateEngine templates;

	SampleController(Circles circles, Authorities authorities, CaseTabs tabs, TemplateEngine templates) {
		this.tabs = tabs;
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
		return render("site/layout.jte", page, circle.title(), (output) -> {
			output.writeContent("<h1>" + HtmlUtils.htmlEscape(circle.title()) + "</h1>");
			facts(page, circle, output);
		});
	}

	@GetMapping(path = "/staff/samples", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	@ResponseBody
	String ofStaff(@AuthenticationPrincipal Account account, Page page) {
		return list("staff/layout.jte", page, "/staff/samples/", this.circles.of(account.authority()), false);
	}

	@GetMapping(path = "/staff/samples/{id}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	@ResponseBody
	String oneOfStaff(@AuthenticationPrincipal Account account, @PathVariable CaseId id, Page page) {
		Circle circle = this.circles.find(account.authority(), id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return render("staff/layout.jte", page, circle.title(), (output) -> {
			this.templates.render("cases/head.jte", Map.of("page", page, "head",
					this.tabs.headOf(account.authority(), id, ""), "title", circle.title()), output);
			facts(page, circle, output);
		});
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

	private void facts(Page page, Circle circle, TemplateOutput output) {
		List<Fact> facts = new ArrayList<>(List.of(Fact.of(page.t("sample.question"), circle.question())));
		if (circle.place() != null) {
			facts.add(Fact.of(page.t("sample.place"), circle.place()));
		}
		this.templates.render("site/part/facts.jte", Map.of("page", page, "facts", facts), output);
	}

	private String render(String layout, Page page, String title, Content content) {
		StringOutput html = new StringOutput();
		this.templates.render(layout, Map.of("page", page, "title", title, "content", content), html);
		return html.toString();
	}

}
