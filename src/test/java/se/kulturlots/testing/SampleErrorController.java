package se.kulturlots.testing;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pages that fail as they are asked to, which only tests have. */
@TestComponent
@Controller
public class SampleErrorController {

	@GetMapping("/my/failing/{status}")
	void fail(@PathVariable int status, HttpServletResponse response) throws IOException {
		if (status == 500) {
			throw new IllegalStateException("a secret that nobody is to read");
		}
		response.sendError(status);
	}

}
