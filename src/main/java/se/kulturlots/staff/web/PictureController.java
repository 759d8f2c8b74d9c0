package se.kulturlots.staff.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import se.kulturlots.cases.Case;
import se.kulturlots.cases.CaseKinds;
import se.kulturlots.cases.Cases;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Picture;
import se.kulturlots.core.Picture.Focus;
import se.kulturlots.core.PlainText;
import se.kulturlots.core.web.Form;
import se.kulturlots.core.web.Page;
import se.kulturlots.identity.Account;
import se.kulturlots.picture.Original;
import se.kulturlots.picture.Pictures;
import se.kulturlots.staff.PictureService;

/** The picture of an authority and those of its cases. */
@Controller
class PictureController {

	private static final String OF_CASE = "/staff/cases/{id}/picture";

	private static final String OF_AUTHORITY = SettingsController.SETTINGS + "/look/picture";

	private static final int LONGEST_ALT = 300;

	private final PictureService service;

	private final Pictures pictures;

	private final Cases cases;

	private final CaseKinds kinds;

	PictureController(PictureService service, Pictures pictures, Cases cases, CaseKinds kinds) {
		this.service = service;
		this.pictures = pictures;
		this.cases = cases;
		this.kinds = kinds;
	}

	@GetMapping({ OF_AUTHORITY, OF_CASE })
	String show(@PathVariable(required = false) @Nullable CaseId id, @AuthenticationPrincipal Account account,
			@RequestParam Optional<String> saved, @RequestParam Optional<String> removed, Page page, Model model) {
		model.addAttribute("saved", saved.isPresent());
		model.addAttribute("removed", removed.isPresent());
		Optional<Picture> picture = this.pictures.find(this.service.authorityOf(account, id), id);
		Map<String, String> values = new HashMap<>(Map.of("focus", Focus.CENTRE.name()));
		picture.ifPresent((there) -> {
			values.put("focus", there.focus().name());
			values.put("alt", there.alt());
			values.put("decorative", there.alt().isEmpty() ? "true" : "");
		});
		return show(id, account, page.form(values), page, model);
	}

	@PostMapping({ OF_AUTHORITY, OF_CASE })
	String save(@PathVariable(required = false) @Nullable CaseId id, @AuthenticationPrincipal Account account,
			PictureForm sent, BindingResult binding, Page page, Model model) throws IOException {
		this.service.authorityOf(account, id);
		Form form = page.submitted(binding);
		MultipartFile file = sent.file();
		String seen = form.value("seen");
		boolean decorative = form.isChosen("decorative", "true");
		byte[] content = (file != null) ? file.getBytes() : new byte[0];
		if (content.length == 0 && (seen.isEmpty() || (file != null && !isNothing(file)))) {
			form.error("file", "picture.file.required");
		}
		String said = decorative ? "" : PlainText.line(form.value("alt"));
		if (!decorative && said.isEmpty()) {
			form.error("alt", "picture.alt.required");
		}
		if (said.length() > LONGEST_ALT) {
			form.error("alt", "picture.alt.long", LONGEST_ALT);
		}
		Optional<Focus> point = Arrays.stream(Focus.values())
			.filter((each) -> each.name().equals(form.value("focus")))
			.findFirst();
		if (point.isEmpty()) {
			form.error("focus", "picture.focus.required");
		}
		return form.done(() -> this.service.show(account, id, seen.isEmpty() ? null : seen,
				(content.length != 0) ? Original.read(content) : null, said, point.orElseThrow()))
						? "redirect:" + page.url(path(id) + "?saved") : show(id, account, form, page, model);
	}

	/* what browsers send when no file has been chosen */
	private static boolean isNothing(MultipartFile file) {
		return file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty();
	}

	@PostMapping({ OF_AUTHORITY + "/remove", OF_CASE + "/remove" })
	String remove(@PathVariable(required = false) @Nullable CaseId id, @AuthenticationPrincipal Account account,
			Page page, Model model) {
		this.service.authorityOf(account, id);
		Form form = page.submitted();
		return form.done(() -> this.service.remove(account, id, form.value("version")))
				? "redirect:" + page.url(path(id) + "?removed") : show(id, account, form, page, model);
	}

	@GetMapping({ OF_AUTHORITY + "/whole", OF_CASE + "/whole" })
	ResponseEntity<byte[]> whole(@PathVariable(required = false) @Nullable CaseId id,
			@AuthenticationPrincipal Account account) {
		return this.pictures.whole(this.service.authorityOf(account, id), id)
			.map((content) -> ResponseEntity.ok()
				.cacheControl(CacheControl.noStore())
				.contentType(MediaType.IMAGE_JPEG)
				.body(content))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	private String show(@Nullable CaseId id, Account account, Form form, Page page, Model model) {
		String authorityId = this.service.authorityOf(account, id);
		Case one = (id != null) ? this.cases.get(authorityId, id) : null;
		model.addAttribute("form", form);
		model.addAttribute("picture", this.pictures.find(authorityId, id).orElse(null));
		model.addAttribute("path", page.url(path(id)));
		model.addAttribute("back",
				page.url((one != null) ? this.kinds.staffPath(one) : SettingsController.SETTINGS + "/look"));
		model.addAttribute("whose", (one != null) ? one.title() : page.t("staff.settings.look"));
		return "staff/picture";
	}

	private static String path(@Nullable CaseId id) {
		return (id != null) ? OF_CASE.replace("{id}", id.toString()) : OF_AUTHORITY;
	}

	/**
	 * What the form sends, in its order.
	 *
	 * @param file the picture, nothing to keep the one that is there
	 * @param alt what is to be seen on it
	 * @param focus what of it stays in sight
	 */
	record PictureForm(@Nullable MultipartFile file, @Nullable String alt, @Nullable String focus) {
	}

}
