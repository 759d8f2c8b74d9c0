package se.kulturlots.testing;

import java.io.IOException;
import java.sql.SQLException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pages that fail as they are asked to, which only tests have. */
@TestComponent
@Controller
public class SampleErrorController {

	private final JdbcClient jdbc;

	SampleErrorController(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@GetMapping("/my/failing/{status}")
	void fail(@PathVariable int status, HttpServletResponse response) throws IOException {
		if (status == 500) {
			throw new IllegalStateException("a secret that nobody is to read");
		}
		response.sendError(status);
	}

	@GetMapping("/my/second/{what}")
	void second(@PathVariable String what) throws SQLException {
		String unit = "insert into unit (id, version, authority_id, name, email) ";
		switch (what) {
			case "duplicate" -> this.jdbc.sql(unit + """
					select gen_random_uuid(), 0, (select min(id) from authority), name, 'kim@person.example'
					from (values ('Sample_key'), ('sample_key')) two (name)""").update();
			case "fault" -> this.jdbc.sql(unit + """
					values (gen_random_uuid(), 0, 'nobody', 'sample_key', 'kim@person.example')""").update();
			case "check" -> this.jdbc.sql("""
					insert into case_note (authority_id, case_id, topic, author, written_at, text)
					values (null, null, 'sample_key', 'kim@person.example', now(), '')""").update();
			case "changed" -> throw new OptimisticLockingFailureException("sample_key has changed");
			default -> throw new SQLException("sample_key is waited for", "40P01");
		}
	}

}
