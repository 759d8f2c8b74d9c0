package se.kulturlots.staff.web;

import java.time.Duration;

import gg.jte.Content;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import se.kulturlots.staff.web.Handbook.Chapter;

/** Shows the handbook, which is ours alone: nothing in it was written by the public. */
@Controller
class HandbookController {

	private final Handbook handbook;

	HandbookController(Handbook handbook) {
		this.handbook = handbook;
	}

	@GetMapping(Handbook.PATH)
	String first(Model model) {
		return chapter("", model);
	}

	@GetMapping(Handbook.PATH + "/{name}")
	String chapter(@PathVariable String name, Model model) {
		Chapter chapter = this.handbook.chapter(name)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("chapter", chapter);
		model.addAttribute("chapters", this.handbook.chapters());
		model.addAttribute("text", (Content) (output) -> output.writeContent(chapter.html()));
		return "staff/handbook";
	}

	@GetMapping(Handbook.PATH + "/pictures/{name}")
	ResponseEntity<Resource> picture(@PathVariable String name) {
		return this.handbook.picture(name)
			.map((picture) -> ResponseEntity.ok()
				.contentType(MediaType.IMAGE_PNG)
				.cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
				.body(picture))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
