package se.kulturlots.staff.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff begin their day. */
@Controller
class StaffStartController {

	@GetMapping("/staff")
	String start() {
		return "staff/start";
	}

}
