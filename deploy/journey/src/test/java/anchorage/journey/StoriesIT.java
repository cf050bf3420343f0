package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.desk.Progress;
import anchorage.local.demonstration.DemonstrationRegion;
import anchorage.local.part.Pause;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The stories that the demonstration region was made up to tell, found by asking as an analyst does. */
@ExtendWith(Whole.class)
class StoriesIT {

    private static final List<String> COUNCILS = Stream.of(
                    "bolton",
                    "bury",
                    "manchester",
                    "oldham",
                    "rochdale",
                    "salford",
                    "stockport",
                    "tameside",
                    "trafford",
                    "wigan")
            .map(district -> "demo-" + district + "-council")
            .toList();
    private static final String OTHERS =
            "demo-irwell-hospitals demo-tame-hospitals demo-university demo-housing demo-college demo-police";
    private static final String EVERYBODY = Stream.concat(COUNCILS.stream(), Stream.of(OTHERS.split(" ")))
            .map(anchor -> "anchor=" + anchor)
            .collect(Collectors.joining("&", "", "&local=combined-authority"));
    private static final String CATERING = "CATERING : School and Staff Meals";
    private static final String CLEANING = "CLEANING : Contract Cleaning";

    @BeforeAll
    static void region(@TempDir Path folder) {
        new DemonstrationRegion(Whole.direct(), Whole.stack().secrets(), folder)
                .load(said -> {}, new Progress(System.out, false));
        awaitIdentified();
    }

    /** Suppliers are identified after deliveries are applied; a ninth of what is paid goes to nobody whom a register has. */
    private static void awaitIdentified() {
        for (int tries = 0; tries < 300; tries++) {
            var coverage = Whole.api()
                    .get("analyst-demo", "/v1/insights/local-share?" + EVERYBODY)
                    .at("/basis/coverage/identified")
                    .asText();
            if (new BigDecimal(coverage).compareTo(new BigDecimal("0.88")) > 0) {
                return;
            }
            Pause.millis(200);
        }
        throw new AssertionError("the demonstration region's suppliers were not identified");
    }

    /** Councils feed schools from national firms, while a housing association and a college buy down the road. */
    @Test
    void offersEachCouncilTheKitchensThatOthersPayAlready() {
        var offered = new HashSet<String>();
        for (var row : opportunities()) {
            if (row.at("/key/category").asText().equals(CATERING)) {
                var payers = new HashSet<String>();
                row.get("suppliers")
                        .forEach(supplier -> supplier.get("paidBy").forEach(payer -> payers.add(payer.asText())));
                assertThat(payers).contains("demo-housing", "demo-college");
                assertThat(amount(row, "reach")).isPositive();
                offered.add(row.at("/key/anchor").asText());
            }
        }
        assertThat(offered).containsAll(COUNCILS);
    }

    @Test
    void offersNobodyWhoMayNotBeNamedAndNoMoreThanIsThere() {
        var names = new ArrayList<String>();
        for (var row : opportunities()) {
            var paid = BigDecimal.ZERO;
            for (var supplier : row.get("suppliers")) {
                names.add(supplier.get("name").asText());
                paid = paid.add(amount(supplier, "paid"));
            }
            assertThat(amount(row, "paidLocally")).isEqualByComparingTo(paid);
            assertThat(amount(row, "reach"))
                    .isEqualByComparingTo(amount(row, "leakage").min(paid));
        }

        // Sole traders alone have names that end so; the last are public bodies, and what councils write for nobody.
        assertThat(names)
                .isNotEmpty()
                .noneMatch(name -> name.endsWith(" Services"))
                .noneMatch(name -> name.matches("(?i)(mrs?|ms|miss) .*"))
                .noneMatch(name -> name.matches("(?i).*(redacted|hmrc|pension|authori|nhs|loans board).*"));
    }

    /** Councils began in April 2025 to have their buildings cleaned by firms of the region. */
    @Test
    void seesThatCleaningCameBack() {
        assertThat(leakage("2025-26", CLEANING))
                .isLessThan(leakage("2024-25", CLEANING).divide(BigDecimal.valueOf(2)));
        assertThat(leakage("2025-26", CATERING))
                .isGreaterThan(leakage("2024-25", CATERING).multiply(new BigDecimal("0.8")));
    }

    private static JsonNode opportunities() {
        return Whole.api()
                .get("analyst-demo", "/v1/insights/opportunities?limit=1000&" + EVERYBODY)
                .get("rows");
    }

    private static BigDecimal leakage(String year, String category) {
        var leakage = BigDecimal.ZERO;
        var councils = COUNCILS.stream().map(anchor -> "&anchor=" + anchor).collect(Collectors.joining());
        for (var row : Whole.api()
                .get(
                        "analyst-demo",
                        "/v1/insights/leakage?local=combined-authority&by=category,financial-year" + councils)
                .get("rows")) {
            if (row.at("/key/category").asText().equals(category)
                    && row.at("/key/financial-year").asText().equals(year)) {
                leakage = leakage.add(amount(row, "leakage"));
            }
        }
        return leakage;
    }

    private static BigDecimal amount(JsonNode row, String name) {
        return new BigDecimal(row.get(name).asText());
    }
}
