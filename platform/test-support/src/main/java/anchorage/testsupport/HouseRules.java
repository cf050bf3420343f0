package anchorage.testsupport;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/** The rules that every service keeps. They are checked from plain tests. */
public final class HouseRules {

    private static final List<String> HTTP_METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

    private HouseRules() {}

    /** The classes below a package, tests left out. */
    public static JavaClasses classesOf(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    /** All rules for the service whose packages begin with the root. */
    public static List<ArchRule> all(String root) {
        return List.of(
                nounsDoNotKnowHowTheyAreReached(root),
                nounsFormNoCycles(root),
                endpointsArePublicAndNameTheirRoles(),
                listenersAreConsumers(),
                listenersTryForEver(),
                namesSayWhatAThingIs(),
                timeComesFromAClock(),
                moneyIsExact());
    }

    static ArchRule nounsDoNotKnowHowTheyAreReached(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages("..web..", "..messaging..", "..door..", "..portal..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are in web or messaging, or of JAX-RS or reactive messaging",
                        target -> target.getPackageName().matches(root.replace(".", "\\.") + "\\..*\\.(web|messaging)")
                                || target.getPackageName().startsWith("jakarta.ws.rs")
                                || target.getPackageName().startsWith("org.eclipse.microprofile.reactive.messaging")))
                .because("a noun of the domain must be usable, and testable, without the ways that lead to it")
                .allowEmptyShould(true);
    }

    static ArchRule nounsFormNoCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("two nouns that need each other are one noun, or hide a third");
    }

    static ArchRule endpointsArePublicAndNameTheirRoles() {
        return methods()
                .that(are(DescribedPredicate.describe("endpoints", HouseRules::isEndpoint)))
                .should()
                .bePublic()
                .andShould(new ArchCondition<>("name their roles or permit all") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        var isNamed = method.isAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                                || method.isAnnotatedWith("jakarta.annotation.security.PermitAll");
                        if (!isNamed) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " names no role"));
                        }
                    }
                })
                .because(
                        "an endpoint that is not public answers 404, and one without roles says nothing of who may use it")
                .allowEmptyShould(true);
    }

    static ArchRule listenersAreConsumers() {
        return methods()
                .that()
                .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Consumer")
                .andShould()
                .beDeclaredInClassesThat()
                .resideInAPackage("..messaging..")
                .because("who looks for what arrives should find it by its name")
                .allowEmptyShould(true);
    }

    static ArchRule listenersTryForEver() {
        var retried = new ArchCondition<JavaMethod>("be tried again for ever unless the message cannot be read") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var retry = method.tryGetAnnotationOfType("org.eclipse.microprofile.faulttolerance.Retry");
                boolean isForEver = retry.flatMap(found -> found.get("maxRetries"))
                                .filter(Integer.valueOf(-1)::equals)
                                .isPresent()
                        && retry.flatMap(found -> found.get("maxDuration"))
                                .filter(Long.valueOf(0)::equals)
                                .isPresent();
                boolean isTooQuick = retry.flatMap(found -> found.get("abortOn")).stream()
                        .flatMap(found -> Stream.of((JavaClass[]) found))
                        .anyMatch(failure -> failure.isEquivalentTo(IOException.class));
                if (!isForEver || isTooQuick) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " would give a readable message up"));
                }
            }
        };
        return methods()
                .that()
                .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
                .should(retried)
                .because("a database that is away for a while must cost no fact; and its failure is caused by an "
                        + "IOException, so giving up on those would give up on it")
                .allowEmptyShould(true);
    }

    static ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto|Entity)$")
                .because("such a name says how a class is used, and not what it is");
    }

    static ArchRule timeComesFromAClock() {
        var unaided = DescribedPredicate.<JavaMethodCall>describe(
                "is now() without a clock",
                call -> call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty()
                        && List.of(Instant.class, LocalDate.class, LocalDateTime.class).stream()
                                .anyMatch(type -> call.getTargetOwner().isEquivalentTo(type)));
        return noClasses().should().callMethodWhere(unaided).because("a test must be able to say what time it is");
    }

    static ArchRule moneyIsExact() {
        return noFields()
                .that()
                .haveNameMatching("(?i).*(amount|total|credits|net|local|elsewhere|unknown|pounds|money)")
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .because("a binary fraction loses pennies")
                .allowEmptyShould(true);
    }

    private static boolean isEndpoint(JavaMethod method) {
        return HTTP_METHODS.stream().anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb));
    }
}
