package se.kulturlots.consultation.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.cases.DocumentId;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.cases.Document;
import se.kulturlots.cases.Documents;

/** Where the public gets the documents of a consultation. */
@Controller
class DocumentController {

	private final Consultations consultations;

	private final Documents documents;

	DocumentController(Consultations consultations, Documents documents) {
		this.consultations = consultations;
		this.documents = documents;
	}

	@GetMapping("/{authority}/consultations/{slug}/documents/{documentId}")
	ResponseEntity<byte[]> download(@PathVariable String authority, @PathVariable String slug,
			@PathVariable DocumentId documentId) {
		Document document = this.documents.get(this.consultations.published(authority, slug).id(), documentId);
		return DocumentFile.of(document, this.documents.content(document));
	}

}
