package se.kulturlots;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import se.kulturlots.workflow.ProcessKey;
import se.kulturlots.workflow.ProcessMessage;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may know whom. */
class StructureTest {

	private static final String ROOT = "se.kulturlots.";

	/** What others stand on, from the ground up. */
	private static final List<Set<String>> BELOW = List.of(Set.of("core"), Set.of("authority"), Set.of("identity"),
			Set.of("journal"), Set.of("picture"), Set.of("mail"), Set.of("deadline"), Set.of("cases"),
			Set.of("workflow"), Set.of("privacy"), Set.of("register"), Set.of("meeting"), Set.of("consultation"),
			Set.of("invitation", "input", "plan"));

	/** What stands on all others. */
	private static final List<Set<String>> ABOVE = List.of(Set.of("site"), Set.of("staff"), Set.of("demo"));

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("se.kulturlots");

	private final ApplicationModules modules = ApplicationModules.of(Kulturlots.class);

	@Test
	void modulesUseOnlyWhatOthersOpenAndInNoCircle() {
		this.modules.verify();
	}

	@Test
	void arrowsRunDownwardsOnly() {
		Set<String> below = new HashSet<>();
		List<String> upwards = new ArrayList<>();
		for (Set<String> row : rows()) {
			for (String module : row) {
				upwards.addAll(upwards(module, below));
			}
			below.addAll(row);
		}
		assertThat(upwards).isEmpty();
	}

	/**
	 * The modules from the ground up; those that are not named here stand beside each
	 * other. One may know those of the rows before its own, never those of its own row.
	 */
	private List<Set<String>> rows() {
		List<Set<String>> named = Stream.concat(BELOW.stream(), ABOVE.stream()).toList();
		Set<String> others = this.modules.stream()
			.map((module) -> module.getIdentifier().toString())
			.filter((module) -> named.stream().noneMatch((row) -> row.contains(module)))
			.collect(Collectors.toSet());
		return Stream.of(BELOW.stream(), Stream.of(others), ABOVE.stream()).flatMap(Function.identity()).toList();
	}

	private static List<String> upwards(String module, Set<String> below) {
		DescribedPredicate<JavaClass> tooHigh = describe("of a module above " + module, (type) -> {
			String other = moduleOf(type);
			return !other.isEmpty() && !other.equals(module) && !below.contains(other);
		});
		return noClasses().that(describe("of " + module, (type) -> moduleOf(type).equals(module)))
			.should()
			.dependOnClassesThat(tooHigh)
			.allowEmptyShould(true)
			.evaluate(CLASSES)
			.getFailureReport()
			.getDetails();
	}

	/*
	 * the name of the first package under the root; nothing for the root and others'; the
	 * stories of a module are the demo's
	 */
	private static String moduleOf(JavaClass type) {
		String name = type.getPackageName();
		return !name.startsWith(ROOT) ? ""
				: name.endsWith(".demo") ? "demo" : name.substring(ROOT.length()).split("\\.")[0];
	}

	@Test
	void onlyStepsAndWhatTiesTheEngineInKnowTheEngine() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT + "*.process..", ROOT + "workflow..", ROOT + "staff..", ROOT + "demo..",
					ROOT + "*.demo..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.camunda..")
			.check(CLASSES);
	}

	/* production holds neither: the packaged jar leaves them out */
	@Test
	void onlyTheDemoKnowsItsDatabaseAndItsMailServer() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + "demo..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.zonky..", "com.icegreen..", "org.apache.commons.compress..",
					"org.apache.commons.codec..", "org.tukaani..")
			.check(CLASSES);
	}

	@Test
	void theDomainDoesNotKnowTheWeb() {
		noClasses().that()
			.resideOutsideOfPackage("..web..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + "*.web..")
			.check(CLASSES);
	}

	/*
	 * what is shown of every case is asked of its kind; the numbers are a consultation's
	 * own page
	 */
	@Test
	void staffSeesCasesOfAnyKind() {
		noClasses().that()
			.resideInAPackage(ROOT + "staff..")
			.and()
			.doNotHaveSimpleName("NumbersController")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + "consultation..")
			.check(CLASSES);
	}

	/* a constant is compared with the diagrams, what is made on the spot is not */
	@Test
	void namesOfTheDiagramsAreConstants() {
		assertThat(CLASSES.stream()
			.flatMap((type) -> type.getConstructorCallsFromSelf().stream())
			.filter((call) -> Set.of(ProcessMessage.class.getName(), ProcessKey.class.getName())
				.contains(call.getTargetOwner().getName()))
			.filter((call) -> !call.getOrigin().getName().equals("<clinit>")
					&& !call.getOriginOwner().equals(call.getTargetOwner())))
			.isEmpty();
	}

	/* expressions cannot call what is not public: "method is null" */
	@Test
	void whatDiagramsCallIsPublic() {
		classes().that()
			.haveSimpleNameEndingWith("Steps")
			.and()
			.resideInAPackage(ROOT + "*.process")
			.should()
			.bePublic()
			.allowEmptyShould(true)
			.check(CLASSES);
	}

	@Test
	void allPackagesAreNullMarked() {
		assertThat(CLASSES.stream()
			.map(JavaClass::getPackage)
			.distinct()
			.filter((javaPackage) -> !javaPackage.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
			.map((javaPackage) -> javaPackage.getName())).isEmpty();
	}

	/* the clock of the application can be moved, the system's cannot */
	@Test
	void onlyTheAppClockAsksTheSystemForTheTime() {
		noClasses().that()
			.doNotHaveSimpleName("AppClock")
			.should()
			.callMethod(java.time.Instant.class, "now")
			.orShould()
			.callMethod(java.time.LocalDate.class, "now")
			.orShould()
			.callMethod(java.time.LocalDate.class, "now", java.time.ZoneId.class)
			.orShould()
			.callMethod(java.time.LocalDateTime.class, "now")
			.orShould()
			.callMethod(java.time.ZonedDateTime.class, "now")
			.orShould()
			.callMethod(java.time.ZonedDateTime.class, "now", java.time.ZoneId.class)
			.orShould()
			.callMethod(java.time.OffsetDateTime.class, "now")
			.orShould()
			.callConstructor(java.util.Date.class)
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(CLASSES);
	}

	/* rows and statements have one place that knows what the driver has no type for */
	@Test
	void onlyColumnsAndStatementParametersKnowTimestamps() {
		noClasses().that()
			.haveNameNotMatching(".*\\.core\\.(Columns|StatementParameters).*")
			.should()
			.dependOnClassesThat()
			.belongToAnyOf(java.sql.Timestamp.class, java.sql.Date.class)
			.check(CLASSES);
	}

}
