package se.kulturlots.staff;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.cases.CaseProblem;
import se.kulturlots.cases.Cases;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Picture.Focus;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Role;
import se.kulturlots.journal.Journal;
import se.kulturlots.picture.Original;
import se.kulturlots.picture.Pictures;

/**
 * Gives pages their pictures: an authority's is its administrator's to choose, that of a
 * case its officers'. The journal says that it was done.
 */
@Component
public class PictureService {

	private final Pictures pictures;

	private final Cases cases;

	private final Journal journal;

	PictureService(Pictures pictures, Cases cases, Journal journal) {
		this.pictures = pictures;
		this.cases = cases;
		this.journal = journal;
	}

	/**
	 * Whose picture somebody is about to change.
	 * @param caseId the case, null for the authority itself
	 * @return the authority
	 * @throws se.kulturlots.core.Problem if it is not theirs to change
	 */
	public String authorityOf(Account account, @Nullable CaseId caseId) {
		if (caseId == null) {
			return SettingsService.authorityOf(account);
		}
		String authorityId = this.cases.get(account.authority(), caseId).authorityId();
		if (!account.has(Role.OFFICER) && !account.has(Role.MANAGER)) {
			throw CaseProblem.officersOnly();
		}
		return authorityId;
	}

	/**
	 * Shows a picture from now on.
	 * @param caseId the case, null for the authority itself
	 * @param seen the name of the picture that was there, null if there was none
	 * @param original the picture, null to keep the one that is there
	 * @param alt what is to be seen on it, empty if it only decorates
	 * @param focus what of it stays in sight
	 */
	@Transactional
	public void show(Account account, @Nullable CaseId caseId, @Nullable String seen, @Nullable Original original,
			String alt, Focus focus) {
		String authorityId = authorityOf(account, caseId);
		this.pictures.set(authorityId, caseId, seen, original, alt, focus);
		note(authorityId, caseId, "journal.picture.changed");
	}

	/**
	 * Shows none from now on.
	 * @param seen the name of the picture that is meant
	 */
	@Transactional
	public void remove(Account account, @Nullable CaseId caseId, String seen) {
		String authorityId = authorityOf(account, caseId);
		this.pictures.remove(authorityId, caseId, seen);
		note(authorityId, caseId, "journal.picture.removed");
	}

	private void note(String authorityId, @Nullable CaseId caseId, String key) {
		this.journal.note(authorityId, (caseId != null) ? caseId : SettingsService.caseId(authorityId), key);
	}

}
