package anchorage.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.RealData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {

    private final ApiDocument api = new ApiDocument();
    private final JsonNode document = read();

    @Test
    void isTheCommittedOne() throws IOException {
        var committed = RealData.root().resolve("docs/api/anchorage.openapi.yaml");
        if (System.getProperty("openapi.write") != null) {
            Files.writeString(committed, api.yaml());
        }
        assertThat(Files.readString(committed)).isEqualTo(api.yaml());
    }

    @Test
    void holdsTheWholeSurface() {
        assertThat(document.get("paths").properties())
                .extracting(java.util.Map.Entry::getKey)
                .contains(
                        "/v1/anchors/{anchor}",
                        "/v1/anchors/{anchor}/feeds/{feed}/deliveries",
                        "/v1/deliveries/{delivery}",
                        "/v1/suppliers",
                        "/v1/registers/{kind}/imports",
                        "/v1/insights/local-share",
                        "/v1/insights/lines");
    }

    @Test
    void namesTheRolesAndTheErrorsOfEveryOperation() {
        for (var operation : operations()) {
            assertThat(operation.get("security")).as(operation.toString()).isNotEmpty();
            for (var status : List.of("400", "401", "403", "404")) {
                assertThat(operation.get("responses").get(status).get("content").has("application/problem+json"))
                        .as(operation.path("operationId") + " " + status)
                        .isTrue();
            }
        }
    }

    @Test
    void saysWhatEveryAnswerHolds() {
        for (var operation : operations()) {
            var answers = operation.get("responses").properties();
            assertThat(answers).as(operation.get("operationId").asText()).anyMatch(answer -> answer.getKey()
                    .startsWith("2"));
            for (var answer : answers) {
                var as = operation.get("operationId").asText() + " " + answer.getKey();
                if (List.of("200", "202").contains(answer.getKey())) {
                    assertThat(answer.getValue().has("content")).as(as).isTrue();
                } else if (answer.getKey().charAt(0) >= '4') {
                    assertThat(answer.getValue().at("/content").has("application/problem+json"))
                            .as(as)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void givesEveryOperationANameOfItsOwnAndASummary() {
        var names = new HashSet<String>();
        for (var operation : operations()) {
            assertThat(names.add(operation.get("operationId").asText()))
                    .as(operation.get("operationId").asText())
                    .isTrue();
            assertThat(operation.path("summary").asText()).isNotBlank();
        }
    }

    @Test
    void refersToNothingThatIsNotThere() {
        for (var reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    private List<JsonNode> operations() {
        var operations = new ArrayList<JsonNode>();
        for (var path : document.get("paths")) {
            for (var member : path.properties()) {
                if (member.getValue().has("responses")) {
                    operations.add(member.getValue());
                }
            }
        }
        assertThat(operations).hasSizeGreaterThan(20);
        return operations;
    }

    private JsonNode read() {
        try {
            return new ObjectMapper().readTree(api.json());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
