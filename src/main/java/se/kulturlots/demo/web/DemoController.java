package se.kulturlots.demo.web;

import java.time.Instant;
import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import se.kulturlots.core.web.Page;
import se.kulturlots.demo.DemoAccounts;
import se.kulturlots.demo.DemoCases;
import se.kulturlots.demo.DemoPage;
import se.kulturlots.demo.Mailbox;
import se.kulturlots.demo.StoryTeller;
import se.kulturlots.demo.TimeMachine;

/**
 * The page that a visitor of the demo begins with. Its buttons for signing in send what
 * anybody could type on the sign-in page, so they need no door of their own.
 */
@Controller
@Profile("demo")
class DemoController {

	private final TimeMachine time;

	private final Mailbox mailbox;

	private final DemoCases cases;

	private final StoryTeller stories;

	DemoController(TimeMachine time, Mailbox mailbox, DemoCases cases, StoryTeller stories) {
		this.time = time;
		this.mailbox = mailbox;
		this.cases = cases;
		this.stories = stories;
	}

	@GetMapping("/demo")
	String show(Model model) {
		boolean ready = this.stories.isReady();
		model.addAttribute("demo", new DemoPage(ready ? this.cases.places() : List.of(),
				ready ? this.cases.all() : List.of(), DemoAccounts.PASSWORD, this.mailbox.size(), this.time.now(),
				ready ? this.time.next().orElse(null) : null, ready, this.stories.isTelling(), this.time.jumps()));
		return "demo/demo";
	}

	@PostMapping("/demo/jump")
	String jump(@RequestParam Instant to, Page page) {
		if (this.stories.isReady()) {
			this.time.jump(to);
		}
		return "redirect:" + page.url("/demo") + "#clock";
	}

}
