package se.kulturlots.testing;

import java.io.IOException;
import java.sql.SQLException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
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

	@GetMapping("/my/second/{what}")
	void second(@PathVariable String what) throws SQLException {
		switch (what) {
			case "duplicate" ->
				throw new DuplicateKeyException("insert sample", new SQLException("sample_key is there", "23505"));
			case "changed" -> throw new OptimisticLockingFailureException("sample_key has changed");
			default -> throw new SQLException("sample_key is waited for", "40P01");
		}
	}

}
