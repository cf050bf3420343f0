package anchorage.ingest.feed.web;

import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.ingest.feed.MappingPreset;
import anchorage.ingest.feed.MappingPresets;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class MappingsTest {

    private final SpendFeed feed =
            new SpendFeed("demo-mappings-" + UUID.randomUUID().toString().substring(0, 8));

    @Inject
    MappingPresets presets;

    @Test
    void keepsEveryMappingWithWhoGaveIt() {
        // Given
        feed.create();
        var delivery = feed.pushed(SpendFeed.ledger(), Map.of()).getString("id");
        var given = Map.of("columns", Map.of("paidOn", "When", "supplierName", "Who", "amount", "How much"));

        // When
        put(Map.of("title", "Spend", "mapping", given)).statusCode(200).body("mappingVersion", equalTo(2));
        put(Map.of("title", "Another title")).statusCode(200);

        // Then
        feed.publisher()
                .get(path() + "/mappings")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].version", equalTo(2))
                .body("items[0].by", equalTo("test-client"))
                .body("items[0].delivery", nullValue())
                .body("items[0].mapping.columns.paidOn", equalTo("When"))
                .body("items[1].version", equalTo(1))
                .body("items[1].by", nullValue())
                .body("items[1].delivery", equalTo(delivery))
                .body("items[1].mapping.columns.paidOn", equalTo("Date paid"));
    }

    @Test
    void showsAFeedsMappingsToNoOtherAnchor() {
        feed.create();
        SpendFeed.with(Tokens.of(ANCHOR_ANALYST, "demo-other", "spend-ingest"))
                .get(path() + "/mappings")
                .then()
                .statusCode(403);
    }

    /** What a preset says of its columns is what a file with just these columns is read by. */
    @Test
    void proposesEachPresetForItsOwnHeader() {
        feed.create();
        for (var preset : presets.all()) {
            proposal(file(preset))
                    .statusCode(200)
                    .body("preset", equalTo(preset.id()))
                    .body("mapping.columns", equalTo(preset.mapping().columns()));
        }
    }

    @Test
    void saysOfAHeaderThatFollowsNoneThatItDoesNot() {
        feed.create();
        proposal(SpendFeed.ledger()).statusCode(200).body("preset", nullValue());
    }

    @Test
    void listsThePresets() {
        feed.publisher()
                .get("/v1/mapping-presets")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        equalTo(presets.all().stream().map(MappingPreset::id).toList()));
        assertThat(presets.all())
                .allSatisfy(preset -> assertThat(preset.mapping().missing()).isEmpty());
    }

    private static String file(MappingPreset preset) {
        var header = new LinkedHashSet<>(preset.mapping().columns().values());
        header.addAll(preset.toldBy());
        var cells = header.stream().map(column -> cell(preset, column)).collect(Collectors.joining(","));
        return String.join(",", header) + "\n" + (cells + "\n").repeat(3);
    }

    private static String cell(MappingPreset preset, String column) {
        var field = preset.mapping().columns().entrySet().stream()
                .filter(each -> each.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        return switch (field) {
            case "paidOn" -> "31/03/2026";
            case "amount", "irrecoverableVat" -> "12.50";
            case "companyNumber" -> "01234567";
            case "postcode" -> "M1 1AA";
            case "grant", "card" -> "Yes";
            default -> "Roch";
        };
    }

    private ValidatableResponse proposal(String file) {
        return feed.publisher()
                .contentType("text/csv")
                .body(file)
                .post(path() + "/mapping-proposals")
                .then();
    }

    private ValidatableResponse put(Map<String, ?> description) {
        return feed.publisher()
                .contentType("application/json")
                .body(description)
                .put(path())
                .then();
    }

    private String path() {
        return "/v1/anchors/" + feed.anchor() + "/feeds/spend";
    }
}
