package se.kulturlots.cases.web;

import java.nio.charset.StandardCharsets;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import se.kulturlots.cases.Document;

/** A document on its way out: saved, never opened as a part of our site. */
final class DocumentFile {

	private DocumentFile() {
	}

	static ResponseEntity<byte[]> of(Document document, byte[] content) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(document.kind().contentType()))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(document.fileName(), StandardCharsets.UTF_8)
						.build()
						.toString())
			.header(HttpHeaders.CONTENT_LANGUAGE, document.language())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.body(content);
	}

}
