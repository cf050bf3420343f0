package anchorage.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail protects nothing, so each is shown a class that breaks it. */
class HouseRulesTest {

    private static final String ROOT = "anchorage.testsupport.broken";

    @ParameterizedTest
    @MethodSource("rules")
    void findsThePlantedViolation(Map.Entry<ArchRule, String> expected) {
        // When
        var result = expected.getKey().evaluate(new ClassFileImporter().importPackages(ROOT));

        // Then
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(expected.getValue());
    }

    static Iterable<Map.Entry<ArchRule, String>> rules() {
        return Map.of(
                        HouseRules.nounsDoNotKnowHowTheyAreReached(ROOT), "bad.Noun",
                        HouseRules.nounsFormNoCycles(ROOT), "Cycle detected",
                        HouseRules.endpointsArePublicAndNameTheirRoles(), "names no role",
                        HouseRules.listenersAreConsumers(), "Listener",
                        HouseRules.namesSayWhatAThingIs(), "NounHelper",
                        HouseRules.timeComesFromAClock(), "Instant.now()",
                        HouseRules.moneyIsExact(), "totalAmount")
                .entrySet();
    }
}
