package anchorage.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.RealData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"spend-ingest", "supplier-registry", "insight-service"})
    void saysOfEveryOperationWhatItsServiceSays(String service) throws IOException {
        var own = new YAMLMapper()
                .readTree(RealData.root()
                        .resolve("docs/api/" + service + ".openapi.yaml")
                        .toFile());
        for (var path : own.get("paths").properties()) {
            assertThat(resolved(document, document.get("paths").get(path.getKey())))
                    .as(path.getKey())
                    .isEqualTo(resolved(own, path.getValue()));
        }
    }

    @Test
    void describesTheNoticesOfWebhooks() {
        assertThat(document.path("webhooks").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("delivery.applied", "delivery.refused", "review.needed", "webhook.test");
        for (var webhook : document.get("webhooks")) {
            var notice = webhook.at("/post/requestBody/content/application~1json/schema");
            assertThat(resolved(document, notice).at("/properties/data/properties/links/properties"))
                    .as(webhook.toString())
                    .isNotEmpty();
        }
    }

    @Test
    void describesEveryOperationAndEveryParameter() {
        for (var operation : operations()) {
            var name = operation.get("operationId").asText();
            assertThat(operation.path("description").asText()).as(name).isNotBlank();
            for (var parameter : operation.path("parameters")) {
                assertThat(parameter.path("description").asText())
                        .as(name + " " + parameter.get("name"))
                        .isNotBlank();
            }
        }
        for (var tag : document.get("tags")) {
            assertThat(tag.path("description").asText()).as(tag.toString()).isNotBlank();
        }
    }

    /** With everything that is referred to in place of the reference. */
    private static JsonNode resolved(JsonNode whole, JsonNode node) {
        if (node.has("$ref")) {
            return resolved(whole, whole.at(node.get("$ref").asText().substring(1)));
        }
        if (node.isObject()) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> copy.set(member.getKey(), resolved(whole, member.getValue())));
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(resolved(whole, item)));
            return copy;
        }
        return node;
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
