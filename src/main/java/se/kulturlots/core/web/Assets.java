package se.kulturlots.core.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** Addresses of our own style sheets and scripts that change when their content does. */
@Component
class Assets {

	private final Map<String, String> addresses = new ConcurrentHashMap<>();

	String address(String path) {
		return this.addresses.computeIfAbsent(path, (key) -> key + "?v=" + digest(key));
	}

	private static String digest(String path) {
		try (InputStream content = new ClassPathResource("static" + path).getInputStream()) {
			return HexFormat.of().formatHex(DigestUtils.md5Digest(content), 0, 4);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
