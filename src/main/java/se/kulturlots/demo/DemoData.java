package se.kulturlots.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.Picture.Focus;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Password;
import se.kulturlots.picture.Original;
import se.kulturlots.picture.Pictures;
import se.kulturlots.register.ImportId;
import se.kulturlots.register.Municipalities;
import se.kulturlots.journal.Journal;
import se.kulturlots.register.ImportWorker;
import se.kulturlots.register.Municipality;
import se.kulturlots.register.OrganisationImports;

/**
 * Fills the demo once for each data folder, by the same ways as staff do. Each part can
 * be done again: a start that was killed is finished by the next.
 */
@Component
@Profile("demo")
@Order(30)
class DemoData implements ApplicationRunner {

	/** Uppsala län, whose municipalities the made-up register is about. */
	private static final String COUNTY = "03";

	private static final List<Authority> AUTHORITIES = List.of(
			new Authority(DemoAccounts.REGION, null, "Region Mittland", "SE", "Europe/Stockholm", "sv,fi,en",
					"Kulturförvaltningen", "kultur@" + DemoAccounts.REGION + ".example", "070-174 06 05", "#1a5c4c")
				.coloured("#1a5c4c", "#a8501e"),
			new Authority(DemoAccounts.MUNICIPALITY, null, "Sunnanviks kommun", "FI", "Europe/Helsinki", "sv,fi",
					"Kulturtjänster", "kultur@" + DemoAccounts.MUNICIPALITY + ".example", null, "#24477a"));

	private final DataFolder folder;

	private final Authorities authorities;

	private final Accounts accounts;

	private final Municipalities municipalities;

	private final OrganisationImports imports;

	private final ImportWorker importWorker;

	private final Consultations consultations;

	private final StoryTeller stories;

	private final Pictures pictures;

	DemoData(DataFolder folder, Authorities authorities, Accounts accounts, Municipalities municipalities,
			OrganisationImports imports, ImportWorker importWorker, Consultations consultations, StoryTeller stories,
			Pictures pictures) {
		this.folder = folder;
		this.authorities = authorities;
		this.accounts = accounts;
		this.municipalities = municipalities;
		this.imports = imports;
		this.importWorker = importWorker;
		this.consultations = consultations;
		this.stories = stories;
		this.pictures = pictures;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		fill();
		this.stories.rest();
	}

	private void fill() throws IOException {
		if (Files.exists(this.folder.isFilled())) {
			DemoAccounts.ALL.forEach(this::keepPassword);
			if (this.stories.isCutOff()) {
				this.stories.goBack();
			}
			return;
		}
		AUTHORITIES.stream()
			.filter((authority) -> !this.authorities.existsById(authority.id()))
			.forEach(this.authorities::save);
		if (this.pictures.find(DemoAccounts.REGION, null).isEmpty()) {
			this.pictures.set(DemoAccounts.REGION, null, null, Original.read(DrawnPictures.of("region")),
					"Tre små hus vid en sjö, med gröna kullar och en låg sol bakom.", Focus.CENTRE);
		}
		if (this.stories.isCutOff() || hasNoCases()) {
			this.stories.goBack();
		}
		DemoAccounts.ALL.forEach((account) -> this.accounts.create(account, DemoAccounts.PASSWORD));
		this.municipalities.cover(DemoAccounts.REGION,
				this.municipalities.inCounty("SE", COUNTY).stream().map(Municipality::code).toList());
		bringIn(DemoAccounts.REGION, "uppsala-lan.csv");
		bringIn(DemoAccounts.MUNICIPALITY, "sunnanvik.csv");
		Files.write(this.folder.isFilled(), new byte[0]);
	}

	/** The first page signs in with it, whatever it was in an earlier version. */
	private void keepPassword(Account account) {
		if (this.accounts.authenticate(account.id(), DemoAccounts.PASSWORD).isEmpty()) {
			this.accounts.setPassword(account.id(), new Password(DemoAccounts.PASSWORD));
		}
	}

	/** False for a folder that an earlier version has filled in part. */
	private boolean hasNoCases() {
		return this.consultations.ofAuthority(DemoAccounts.REGION).isEmpty();
	}

	private void bringIn(String authorityId, String name) throws IOException {
		try (InputStream file = new ClassPathResource("demo/" + name).getInputStream()) {
			ImportId id = this.imports.receive(authorityId, Journal.SYSTEM, name, file);
			this.importWorker.run();
			this.imports.confirm(authorityId, id, this.imports.get(authorityId, id).reading());
			this.importWorker.run();
		}
	}

}
