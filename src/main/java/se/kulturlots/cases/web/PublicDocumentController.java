package se.kulturlots.cases.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.Document;
import se.kulturlots.cases.DocumentId;
import se.kulturlots.cases.Documents;

/** Where the public gets the documents of a case. */
@Controller
class PublicDocumentController {

	private final CaseKinds kinds;

	private final Documents documents;

	PublicDocumentController(CaseKinds kinds, Documents documents) {
		this.kinds = kinds;
		this.documents = documents;
	}

	@GetMapping("/{authority}/{cases}/{slug}/documents/{documentId}")
	ResponseEntity<byte[]> download(@PathVariable String authority, @PathVariable String cases,
			@PathVariable String slug, @PathVariable DocumentId documentId) {
		Document document = this.documents
			.get(this.kinds.published(authority, "/" + authority + "/" + cases + "/" + slug).id(), documentId);
		return DocumentFile.of(document, this.documents.content(document));
	}

}
