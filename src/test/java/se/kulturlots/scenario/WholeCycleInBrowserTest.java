package se.kulturlots.scenario;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import se.kulturlots.authority.Authorities;
import se.kulturlots.authority.Authority;
import se.kulturlots.consultation.Consultations;
import se.kulturlots.core.AppClock;
import se.kulturlots.core.CaseId;
import se.kulturlots.identity.Account;
import se.kulturlots.identity.Accounts;
import se.kulturlots.identity.Role;
import se.kulturlots.register.Municipalities;
import se.kulturlots.scenario.CyclePlayer.Story;
import se.kulturlots.scenario.Post.Received;
import se.kulturlots.testing.Browser;
import se.kulturlots.testing.Cases;
import se.kulturlots.testing.KulturlotsTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole cycle as people live it: staff on their pages, associations on their telephones
 * and in their mail, the clock jumping from day to day.
 */
@KulturlotsTest
@ExtendWith(Browser.Provider.class)
class WholeCycleInBrowserTest {

	private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

	/** More than any cycle has; one that waits for something else ends here. */
	private static final int MOST_TIMERS = 60;

	private static final String TITLE = "Kulturplan 2028–2031";

	private static final String MISSING = "Vad saknas i kulturlivet där ni bor?";

	private static final String MEETING = "Dialogmöte i Heby";

	private static final String SECTION = "Unga och kultur";

	@Autowired
	ApplicationContext context;

	@Autowired
	Authorities authorities;

	@Autowired
	Accounts accounts;

	@Autowired
	Municipalities municipalities;

	@Autowired
	Consultations consultations;

	@Autowired
	CyclePlayer player;

	@Autowired
	Cases cases;

	@Autowired
	TaskService tasks;

	@Autowired
	AppClock clock;

	Browser browser;

	Authority authority;

	Post post;

	StaffMember hanna;

	StaffMember malin;

	StaffMember loke;

	StaffMember rut;

	/** Of the local history society. */
	Person asta;

	/** Of the youth council. */
	Person noa;

	/** Of the Finnish culture society. */
	Person pirjo;

	/** Of a dance society that nobody knew of. */
	Person ida;

	CaseId id;

	Story story;

	LocalDate start;

	@Test
	@Timeout(value = 20, unit = TimeUnit.MINUTES)
	void fromTheFirstWishToTheLastAnswer(Browser chromium) {
		this.browser = chromium;
		people();
		theOfficerStartsAConsultation();
		theOfficerPlansIt();
		theRegisterIsFilled();
		aSocietyRegistersItself();
		theInvitedAreChosen();
		theMeetingIsPlannedBeforeAnybodyIsInvited();
		theInvitationIsSentBackOnceAndApproved();
		theHistorySocietyAnswersAndRegisters();
		theFinnishSocietyDeclines();
		theLiaisonCallsWhoHasATopic();
		theMeetingIsHeld();
		theSilentAreRemindedAndCalled();
		theYouthCouncilSaysWhatItThinks();
		inputIsSortedAndSummarised();
		thePlanIsDrafted();
		theDraftIsCommented();
		thePlanIsDecided();
		everyoneIsAnswered();
	}

	private void people() {
		this.start = this.clock.today(ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
		this.clock.jumpTo(this.start.atTime(10, 0).atZone(ZONE).toInstant());
		String region = "bergslunda-" + UUID.randomUUID().toString().substring(0, 8);
		this.authority = this.authorities
			.save(new Authority(region, null, "Region Bergslunda", "SE", "Europe/Stockholm", "sv,fi,en",
					"Kulturförvaltningen", "kultur@" + region + ".example", "070-174 06 05", "#1a5c4c"));
		this.municipalities.cover(region, List.of("0331", "0380", "0381"));
		this.post = new Post(this.context, region);
		this.hanna = staff(Role.OFFICER, "Hanna Lind");
		this.malin = staff(Role.MANAGER, "Malin Sand");
		this.loke = staff(Role.LIAISON, "Loke Berg");
		this.rut = staff(Role.REGISTRAR, "Rut Holm");
		this.asta = Person.withTelephone(this.browser, ColorScheme.DARK);
		this.noa = Person.withTelephone(this.browser, ColorScheme.LIGHT);
		this.pirjo = Person.withTelephone(this.browser, ColorScheme.LIGHT);
		this.ida = new Person(this.browser);
	}

	private StaffMember staff(Role role, String name) {
		String account = role.group() + "-" + this.authority.id();
		Account made = new Account(account, name, mailOf(role), this.authority.id(), Set.of(role));
		this.accounts.create(made, Browser.PASSWORD);
		return new StaffMember(this.context, this.browser, made);
	}

	private String mailOf(Role role) {
		return role.group() + "@" + this.authority.id() + ".example";
	}

	private String address(String name) {
		return name + "@" + this.authority.id() + ".example";
	}

	/** The consultation as staff see it. */
	private String desk() {
		return "/staff/consultations/" + this.id;
	}

	/** The consultation as everyone sees it. */
	private String square() {
		return this.consultations.get(this.id).path();
	}

	private void theOfficerStartsAConsultation() {
		this.hanna.goesTo("/staff").reads("Du har inga uppgifter just nu.");
		this.hanna.goesTo("/staff/consultations").follows("Starta en ny omgång").presses("Starta");
		this.hanna.isTold("Skriv vad omgången heter.", "Skriv vad samrådet gäller.",
				"Välj dagen då nämnden ska besluta.");
		this.hanna.writes("Namn", TITLE)
			.writes("Vad samrådet gäller",
					"Regionen ska skriva en ny kulturplan. Vi vill veta vad som fungerar, vad som saknas "
							+ "och hur ni vill arbeta tillsammans med oss.")
			.writes("Första året planen gäller", "2028")
			.writes("Sista året planen gäller", "2031")
			.writes("Dag för nämndens beslut", this.start.plusDays(329).toString())
			.presses("Starta")
			.sees(TITLE, "Planera omgången");
		this.id = CaseId.of(this.hanna.page.url().replaceAll(".*/", ""));
		this.story = this.player.of(this.id);
	}

	private void theOfficerPlansIt() {
		TaskInHand task = this.hanna.opens(desk(), "Planera omgången").reads(TITLE);
		String proposed = task.text("Inventeringens sista dag");
		assertThat(proposed).as("a date is proposed").matches("\\d{4}-\\d{2}-\\d{2}");
		assertThat(task.text("Dag då nämnden ska besluta")).isEqualTo(this.start.plusDays(329).toString());
		task.writes("Frågor att samlas kring", "x").writes("Frågor att samlas kring", "").isTold("Fyll i fältet.");
		task.writes("Frågor att samlas kring", MISSING + "\nHur vill ni samarbeta med regionen?")
			.writes("Bakgrund", "Den nuvarande planen gäller till och med 2027.")
			.writes("Antal samrådsmöten", "1")
			.writes("Inventeringens sista dag", this.start.minusDays(7).toString())
			.isRefused("Inventeringens sista dag har redan varit.");
		task.writes("Inventeringens sista dag", proposed).completes();
		this.asta.goesTo(square()).sees(TITLE, MISSING, "Anmäl er förening", "Föreningar anmäler sig");
	}

	private void theRegisterIsFilled() {
		String rows = """
				Föreningsnamn;Verksamhet;Kommun;E-post;Språk
				Björkdals hembygdsförening;Hembygd;Heby;%s;sv
				Kulttuuriyhdistys Koivu;Kultur;Uppsala;%s;fi
				Fritidsgårdens ungdomsråd;Ungdom;Enköping;%s;sv
				""".formatted(address("hembygd"), address("koivu"), address("ungdom"));
		this.hanna.goesTo("/staff/register").reads("Registret är tomt.").follows("Läs in en fil");
		this.hanna.presses("Granska filen").isTold("Välj en fil.");
		this.hanna.page.setInputFiles("#file",
				new FilePayload("foreningar.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
		this.hanna.presses("Granska filen")
			.sees("Granska filen", "Nya organisationer")
			.presses("Läs in i registret")
			.sees("Filen är inläst");
	}

	private void aSocietyRegistersItself() {
		this.ida.goesTo(square()).follows("Anmäl er förening").presses("Fortsätt");
		this.ida.isTold("Skriv organisationens namn.", "Skriv en e-postadress.");
		this.ida.writes("Organisationens namn", "Heby folkdansgille")
			.selects("Vad ni mest arbetar med", "Dans")
			.chooses("Ingen av dem")
			.selects("Kommun", "Heby")
			.writes("E-post", address("folkdans"))
			.presses("Fortsätt")
			.sees("Granska er anmälan", "Heby folkdansgille")
			.presses("Skicka anmälan")
			.sees("Tack! Vi har fått er anmälan");
		this.post.latest(address("folkdans"), "Vi har fått er anmälan till samråd").says(this.ida.reference());
		this.hanna.goesTo("/staff/register")
			.reads("En organisation har anmält sig och väntar på granskning.")
			.follows("Granska anmälningar")
			.follows("Heby folkdansgille")
			.sees("Heby folkdansgille", "Ingen organisation i registret liknar den.")
			.presses("Godkänn som ny organisation")
			.reads("Anmälan är godkänd.");
	}

	/**
	 * Too many kinds of associations are missing, so the liaison looks for some first.
	 */
	private void theInvitedAreChosen() {
		this.hanna.goesTo(desk() + "/invitees")
			.sees("Inbjudna", "Ingen står på listan ännu.", "Heby folkdansgille")
			.presses("Lägg till alla 4 i urvalet")
			.reads("Björkdals hembygdsförening", "100 % är med. Ingen saknas");
		this.hanna.opens(desk(), "Samla föreningar").reads(TITLE, "Föreningar i registret: 4.").completes();
		TaskInHand search = this.loke.opens(desk(), "Sök upp dem som saknas");
		assertThat(search.text("Täckning: här saknas någon på listan")).contains("Teater", "Film");
		search.writes("Vad har du gjort?", "Ringt kommunernas föreningssamordnare. Ingen kände till fler.").completes();
		this.hanna.opens(desk(), "Samla föreningar")
			.chooses("Gå vidare trots luckorna")
			.writes("Varför går ni vidare trots luckorna?", "Alla kända föreningar är tillfrågade.")
			.completes();
		this.hanna.opens(desk(), "Fastställ vilka som bjuds in").chooses("Listan är klar").completes();
		this.hanna.goesTo(desk() + "/invitees").reads("Listan fastställdes");
	}

	private void theMeetingIsPlannedBeforeAnybodyIsInvited() {
		this.hanna.opens(desk(), "Skriv inbjudan")
			.shows("Ämnesrad", "Inbjudan till samråd: " + TITLE)
			.isRefused("Planera mötena först, så att inbjudan kan säga när och var.");
		this.hanna.opens(desk(), "Planera mötet")
			.shows("Frågor att samlas kring", "1. " + MISSING + "\n2. Hur vill ni samarbeta med regionen?")
			.writes("Mötets namn", MEETING)
			.chooses("Dialogmöte – samtal i mindre grupper")
			.writes("Dag", this.start.plusDays(133).toString())
			.writes("Börjar", "18:00")
			.writes("Slutar", "20:30")
			.writes("Plats", "Biblioteket, Heby")
			.writes("Sista dag att anmäla sig", this.start.plusDays(119).toString())
			.writes("Antal platser", "40")
			.chooses("Mat serveras")
			.completes();
	}

	private void theInvitationIsSentBackOnceAndApproved() {
		TaskInHand task = this.hanna.opens(desk(), "Skriv inbjudan").reads("Inbjudna föreningar: 4.");
		assertThat(task.text("Möten som nämns i inbjudan")).contains(MEETING);
		task.writes("Ämnesrad", "Vad ska kulturplanen handla om?")
			.writes("Text", "Hej!\n\nVi börjar arbetet med en ny kulturplan och vill höra er röst.")
			.completes();
		TaskInHand approval = this.malin.opens(desk(), "Godkänn inbjudan")
			.shows("Ämnesrad", "Vad ska kulturplanen handla om?");
		approval.chooses("Skicka tillbaka med synpunkter")
			.writes("Vad ska ändras?", "Skriv att resan ersätts.")
			.completes();
		this.hanna.opens(desk(), "Skriv inbjudan")
			.shows("Chefens synpunkter", "Skriv att resan ersätts.")
			.shows("Ämnesrad", "Vad ska kulturplanen handla om?")
			.writes("Text", "Hej!\n\nVi börjar arbetet med en ny kulturplan och vill höra er röst. Vi ersätter resan.")
			.completes();
		this.malin.opens(desk(), "Godkänn inbjudan").chooses("Godkänn och skicka").completes();
		this.malin.goesTo("/staff/progress").reads(TITLE);
	}

	private void theHistorySocietyAnswersAndRegisters() {
		Received invitation = this.post.latest(address("hembygd"), "Vad ska kulturplanen handla om?")
			.says("Vi ersätter resan.", MEETING, "Biblioteket, Heby");
		this.asta.goesTo(invitation.link("/my/invitation/")).presses("Skicka svaret").isTold("Välj ja eller nej.");
		this.asta.chooses("Ja, vi vill delta")
			.presses("Skicka svaret")
			.sees("Vad ska kulturplanen handla om?", "Tack! Ni har svarat ja.")
			.follows(MEETING)
			.sees(MEETING, "Biblioteket, Heby", MISSING)
			.follows("Anmäl dig")
			.presses("Fortsätt")
			.isTold("Skriv ditt namn", "Skriv din e-postadress", "Välj i vilken roll du deltar");
		this.asta.writes("Namn", "Asta Ek")
			.writes("Förening eller organisation", "Björkdals hembygdsförening")
			.writes("E-post", address("hembygd"))
			.chooses("Företrädare för en förening")
			.selects("Kommun", "Heby")
			.chooses("En idé")
			.writes("Vad vill du ta upp?", "Öppna bygdegården för turnerande scenkonst.")
			.presses("Fortsätt")
			.sees("Granska din anmälan", "Asta Ek", "Öppna bygdegården")
			.presses("Skicka anmälan")
			.sees("Tack! Vi har fått din anmälan", MEETING);
		this.cases.run();
		Received confirmation = this.post.latest(address("hembygd"), "Du är anmäld till " + MEETING)
			.says(this.asta.reference());
		assertThat(confirmation.calendar()).contains("BEGIN:VEVENT", "SUMMARY:" + MEETING,
				"LOCATION:Biblioteket\\, Heby",
				"DTSTART;TZID=Europe/Stockholm:" + this.start.plusDays(133).toString().replace("-", "") + "T180000");
		this.asta.goesTo(confirmation.link("/my/"))
			.sees("Din anmälan till " + MEETING, "Du är anmäld och har en plats.")
			.keepsPicture("registered");
	}

	private void theFinnishSocietyDeclines() {
		String link = this.post.latest(address("koivu"), "").says("Vastatkaa kutsuun").link("/my/invitation/");
		this.pirjo.goesTo(link).presses("Lähetä vastaus").isTold("Valitse kyllä tai ei.");
		this.pirjo.chooses("Ei, emme tällä kertaa")
			.presses("Lähetä vastaus")
			.reads("Kiitos! Olette vastanneet ei.")
			.keepsPicture("declined");
	}

	private void theLiaisonCallsWhoHasATopic() {
		this.loke.opens(desk(), "Kontakta deltagaren")
			.reads(MEETING, "Asta Ek")
			.shows("Det deltagaren vill ta upp", "En idé: Öppna bygdegården för turnerande scenkonst.")
			.writes("Vad kom ni överens om?", "Asta visar bilder från bygdegården på mötet.")
			.completes();
	}

	private void theMeetingIsHeld() {
		daysPassUntil("Skriv utskick inför mötet");
		this.hanna.opens(desk(), "Skriv utskick inför mötet")
			.reads("Anmälda: 1. På väntelistan: 0.")
			.writes("Text till de anmälda", "Läs gärna igenom frågorna före mötet. Varmt välkomna!")
			.completes();
		this.post.latest(address("hembygd"), "Inför " + MEETING).says("Läs gärna igenom frågorna");
		daysPassUntil("Anteckna mötet");
		assertThat(this.post.subjectsTo(address("hembygd"))).contains("Påminnelse: " + MEETING);
		this.hanna.goesTo(desk() + "/meetings").sees("Möten", "1 av 40").follows(MEETING).reads("Asta Ek");
		String meeting = this.hanna.page.url();
		this.hanna.follows("Närvaro").chooses("Asta Ek").reads("Vilka kom?").presses("Spara");
		this.hanna.goesTo(meeting + "/notes").presses("Spara").isTold("Skriv en anteckning");
		this.hanna.selects("Fråga", "1. " + MISSING)
			.writes("Grupp", "Bord 1")
			.writes("Anteckning", "Lokalerna står tomma på vardagar. Det som saknas är någon som samordnar.")
			.presses("Spara")
			.reads("Lokalerna står tomma");
		this.hanna.opens(desk(), "Anteckna mötet")
			.reads("Anmälda: 1. Avbockade: 1.")
			.writes("Antal som deltog", "12")
			.writes("Sammanfattning", "Samtal i tre grupper om vad som saknas.")
			.completes();
		this.post.latest(address("hembygd"), "Anteckningar från " + MEETING)
			.says("Samtal i tre grupper", "Lokalerna står tomma");
		this.asta.follows("Mötets sida").sees(MEETING, "Antal deltagare: 12", "Lokalerna står tomma");
	}

	/**
	 * Who has answered is left in peace; the youth council has not, and is worth a call.
	 */
	private void theSilentAreRemindedAndCalled() {
		daysPassUntil("Ring dem som inte svarat");
		String reminder = "Påminnelse: svara på inbjudan till " + TITLE;
		assertThat(this.post.subjectsTo(address("ungdom"))).contains(reminder,
				"Sista dagen i dag: svara på inbjudan till " + TITLE);
		assertThat(this.post.subjectsTo(address("hembygd"))).doesNotContain(reminder);
		assertThat(this.post.subjectsTo(address("koivu")))
			.noneMatch((subject) -> subject.contains("vastatkaa kutsuun"));
		this.post.latest(mailOf(Role.OFFICER), "Svaren på inbjudan: " + TITLE).says("Har inte hörts av");
		TaskInHand task = this.loke.opens(desk(), "Ring dem som inte svarat");
		assertThat(task.text("Ring de här")).contains("Fritidsgårdens ungdomsråd");
		task.writes("Vad gav samtalen?", "Ungdomsrådet lämnar synpunkter i formuläret.").completes();
	}

	private void theYouthCouncilSaysWhatItThinks() {
		this.noa.goesTo(square())
			.sees(TITLE, "Alla får svara.")
			.keepsPicture("consultation")
			.follows("Lämna synpunkter")
			.presses("Fortsätt")
			.isTold("Skriv något i minst ett av fälten.");
		this.noa.writes(MISSING, "Replokaler för unga på kvällar.")
			.writes("Namn", "Noa Strand")
			.writes("Förening eller organisation", "Fritidsgårdens ungdomsråd")
			.writes("E-post", address("ungdom"))
			.presses("Fortsätt")
			.sees("Granska dina svar", "Replokaler för unga på kvällar.")
			.presses("Skicka synpunkterna")
			.sees("Tack! Vi har fått dina synpunkter");
		String reference = this.noa.reference();
		assertThat(reference).startsWith("SYN-");
		Received receipt = this.post.latest(address("ungdom"), "Vi har fått dina synpunkter om " + TITLE)
			.says(reference);
		this.noa.goesTo(receipt.link("/my/input/"))
			.sees("Dina synpunkter " + reference, "Replokaler för unga på kvällar.")
			.follows("Ändra")
			.writes(MISSING, "Replokaler för unga, på kvällar och helger.")
			.reads("Om du tömmer ett fält tar vi bort det svaret.")
			.presses("Spara ändringarna")
			.reads("Dina ändringar är sparade.", "på kvällar och helger");
	}

	private void inputIsSortedAndSummarised() {
		daysPassUntil("Sortera synpunkterna");
		String reminder = "Påminnelse: lämna synpunkter på " + TITLE;
		assertThat(this.post.subjectsTo(address("hembygd"))).contains(reminder);
		assertThat(this.post.subjectsTo(address("ungdom"))).as("they have said it").doesNotContain(reminder);
		this.hanna.opens(desk(), "Sortera synpunkterna")
			.reads("Kvar att sortera: 1.")
			.isRefused("1 synpunkt är inte sorterad.");
		this.hanna.goesTo(desk() + "/input").presses("Ge de markerade temat").isTold("Markera minst en synpunkt.");
		summarise("Lokaler", "Ungdomar saknar lokaler att spela i.");
		this.asta.goesTo(square() + "/results").reads("Ungdomar saknar lokaler att spela i.");
	}

	private void summarise(String theme, String summary) {
		this.hanna.goesTo(desk() + "/input");
		this.hanna.page.locator("input[name=ids]").first().check();
		this.hanna.writes("Tema för de markerade", theme).presses("Ge de markerade temat").reads("Allt är sorterat");
		this.hanna.opens(desk(), "Sortera synpunkterna").completes();
		this.hanna.opens(desk(), "Sammanfatta synpunkterna").writes("Sammanfattning", summary).completes();
		this.malin.opens(desk(), "Godkänn sammanfattningen")
			.shows("Sammanfattning", summary)
			.chooses("Godkänn och visa")
			.completes();
	}

	private void thePlanIsDrafted() {
		this.hanna.opens(desk(), "Skriv utkastet").isRefused("Planen har inga avsnitt än.");
		this.hanna.goesTo(desk() + "/plan").sees("Planen", "Planen har inga avsnitt än.").follows("Lägg till avsnitt");
		this.hanna.presses("Spara").isTold("Rubrik");
		this.hanna.writes("Rubrik", SECTION)
			.writes("Text", "Regionen öppnar replokaler för unga i varje kommun.")
			.presses("Spara")
			.reads(SECTION);
		this.hanna.opens(desk(), "Skriv utkastet").completes();
		assertThat(isOpen("Granska utkastet")).as("an input without an answer sends the draft back").isFalse();
		theInputIsLinked();
		this.malin.goesTo(desk() + "/plan/draft").reads("Regionen öppnar replokaler för unga");
		theDraftIsApproved();
	}

	private void theInputIsLinked() {
		this.hanna.goesTo(desk() + "/plan")
			.presses("Koppla till avsnittet")
			.isTold("Välj vilket avsnitt synpunkterna lett till.");
		this.hanna.page.locator("input[name=inputs]").first().check();
		this.hanna.selects("Avsnitt de lett till", SECTION)
			.presses("Koppla till avsnittet")
			.reads("En synpunkt ändrades.");
		this.hanna.opens(desk(), "Skriv utkastet").completes();
	}

	private void theDraftIsApproved() {
		this.malin.opens(desk(), "Granska utkastet").chooses("Godkänn utkastet").completes();
	}

	private void theDraftIsCommented() {
		String subject = "Läs förslaget och svara: " + TITLE;
		daysPassUntil(subject, () -> this.post.subjectsTo(address("hembygd")).contains(subject));
		Received referral = this.post.latest(address("hembygd"), subject);
		this.asta.goesTo(referral.link(square() + "/input"))
			.sees("Lämna synpunkter på förslaget")
			.follows("Läs hela förslaget")
			.sees(TITLE, "Planen gäller", "Förslag, version 1", "Regionen öppnar replokaler för unga")
			.follows("Lämna synpunkter")
			.writes(SECTION, "Bra, men glöm inte bussarna hem.")
			.writes("Namn", "Asta Ek")
			.writes("Förening eller organisation", "Björkdals hembygdsförening")
			.writes("E-post", address("hembygd"))
			.presses("Fortsätt")
			.presses("Skicka remissvaret")
			.sees("Tack! Vi har fått ditt remissvar");
		assertThat(this.asta.reference()).startsWith("REM-");
		daysPassUntil("Sortera synpunkterna");
		summarise("Resor", "Någon påminner om bussarna.");
		theInputIsLinked();
		theDraftIsApproved();
	}

	private void thePlanIsDecided() {
		TaskInHand proposal = this.hanna.opens(desk(), "Förbered beslutet");
		assertThat(proposal.text("Underlag och förslag till beslut")).contains("2 synpunkter har kommit in");
		proposal.completes();
		this.malin.opens(desk(), "Godkänn underlaget").chooses("Godkänn underlaget").completes();
		LocalDate today = this.clock.today(ZONE);
		TaskInHand committee = this.rut.opens(desk(), "Registrera nämndens beslut")
			.chooses("Godkänt")
			.writes("Datum för beslutet", today.plusDays(1).toString())
			.writes("Paragraf", "§ 42")
			.writes("Diarienummer", "KUL 2027/17")
			.isRefused("Datumet ligger i framtiden. Skriv den dag beslutet fattades.");
		committee.writes("Datum för beslutet", today.toString()).completes();
		TaskInHand council = this.rut.opens(desk(), "Registrera fullmäktiges beslut");
		assertThat(council.text("Nämndens beslut")).contains("§ 42", "KUL 2027/17");
		council.chooses("Godkänt")
			.writes("Datum för beslutet", today.toString())
			.writes("Paragraf", "§ 7")
			.writes("Diarienummer", "RS 2027/311")
			.completes();
		this.hanna.opens(desk(), "Lämna in planen till Kulturrådet")
			.writes("Datum då planen lämnades in", today.toString())
			.writes("Kulturrådets diarienummer", "KUR 2027/311")
			.completes();
	}

	private void everyoneIsAnswered() {
		this.hanna.goesTo(desk() + "/plan/answers").sees("Svar på synpunkterna", SECTION);
		this.hanna.opens(desk(), "Granska svaren")
			.reads("Synpunkter som får svar: 2.")
			.chooses("Svaren är genomlästa och kan skickas")
			.completes();
		assertThat(this.cases.isRunning("consultationCycle", this.id)).isFalse();
		this.asta
			.goesTo(this.post.latest(address("hembygd"), "Så blev det med dina synpunkter: " + TITLE)
				.link("/my/input/"))
			.reads("Bra, men glöm inte bussarna");
		Received answer = this.post.latest(address("ungdom"), "Så blev det med dina synpunkter: " + TITLE)
			.says(SECTION);
		this.noa.goesTo(answer.link("/my/input/")).reads("Replokaler för unga, på kvällar och helger.", SECTION);
		this.noa.goesTo(answer.link(square() + "/plan#section-"))
			.sees(TITLE, "Planen gäller", "Planen är beslutad", "§ 42", "Regionen öppnar replokaler för unga");
		assertThat(this.noa.page.locator("section[id^=section-]")).isInViewport();
		this.noa.keepsPicture("plan").goesTo(square()).sees(TITLE, "Planen är beslutad").follows("Läs synpunkterna");
		this.noa
			.reads("Ungdomar saknar lokaler att spela i.", "Vad det ledde till",
					"Läs avsnittet ”" + SECTION + "” i planen")
			.keepsPicture("results");
		this.hanna.goesTo(desk()).sees(TITLE, "Omgången är avslutad.");
		this.hanna.follows("Mejl").sees("Mejl").follows("Händelselogg").sees("Händelselogg");
	}

	private void daysPassUntil(String task) {
		daysPassUntil(task, () -> isOpen(task));
		this.post.carry();
	}

	private void daysPassUntil(String what, BooleanSupplier happened) {
		for (int i = 0; i < MOST_TIMERS && !happened.getAsBoolean(); i++) {
			this.story.pass();
		}
		assertThat(happened.getAsBoolean()).as(what).isTrue();
	}

	private boolean isOpen(String task) {
		return this.tasks.createTaskQuery()
			.processVariableValueEquals("caseId", this.id.toString())
			.taskName(task)
			.count() > 0;
	}

}
