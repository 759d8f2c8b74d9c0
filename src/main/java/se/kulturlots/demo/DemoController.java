package se.kulturlots.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.core.web.Page;

/** The page that a visitor of the demo begins with. */
@Controller
@Profile("demo")
class DemoController {

	private final TimeMachine time;

	private final Mailbox mailbox;

	private final Authorities authorities;

	DemoController(TimeMachine time, Mailbox mailbox, Authorities authorities) {
		this.time = time;
		this.mailbox = mailbox;
		this.authorities = authorities;
	}

	@GetMapping("/demo")
	String show(Model model) {
		Map<String, String> names = this.authorities.findAll()
			.stream()
			.collect(Collectors.toMap(Authority::id, Authority::name));
		List<DemoPage.Visitor> visitors = DemoAccounts.ALL.stream()
			.map((account) -> DemoPage.Visitor.of(account, names))
			.toList();
		model.addAttribute("demo", new DemoPage(visitors, DemoAccounts.PASSWORD, this.mailbox.size(), this.time.now(),
				this.time.next().orElse(null), this.time.last().orElse(null)));
		return "demo/demo";
	}

	@PostMapping("/demo/jump")
	String jump(@RequestParam Instant to, Page page) {
		this.time.jump(to);
		return "redirect:" + page.url("/demo") + "#clock";
	}

}
