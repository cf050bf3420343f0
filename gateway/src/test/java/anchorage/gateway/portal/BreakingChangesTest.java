package anchorage.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.RealData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API keeps what its baseline promised, and the check that says so notices what does not. */
class BreakingChangesTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    private static final String API = """
            paths:
              /v1/things:
                get:
                  operationId: list
                  security: [{token: [analyst, steward]}]
                  parameters:
                  - {name: limit, in: query, schema: {type: integer, maximum: 1000, default: 100}}
                  - {name: state, in: query, schema: {allOf: [{$ref: '#/components/schemas/State'}, {default: OPEN}]}}
                  responses:
                    '200':
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Page'}}
                        text/csv: {schema: {type: string}}
                    '404': {}
                post:
                  operationId: make
                  requestBody:
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Wish'}}
                  responses:
                    '201':
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Thing'}}
            webhooks:
              thing.made:
                post:
                  requestBody:
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Thing'}}
            components:
              schemas:
                State: {type: string, enum: [OPEN, SHUT]}
                Page:
                  type: object
                  properties:
                    items: {type: array, items: {$ref: '#/components/schemas/Thing'}}
                Thing:
                  type: object
                  required: [id]
                  properties:
                    id: {type: string, format: uuid}
                    parent: {$ref: '#/components/schemas/Thing'}
                    size: {type: integer}
                    colour: {type: string, enum: [RED, BLUE]}
                Wish:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string, maxLength: 20}
                    colour: {type: string, enum: [RED, BLUE]}
            """;

    @Test
    void findsNoneAgainstTheBaseline() throws IOException {
        var baseline = RealData.root().resolve("docs/api/baseline/anchorage.openapi.yaml");
        var built = new ApiDocument().yaml();
        if (System.getProperty("openapi.baseline") != null) {
            Files.createDirectories(baseline.getParent());
            Files.writeString(baseline, built);
        }

        assertThat(BreakingChanges.between(YAML.readTree(baseline.toFile()), YAML.readTree(built)))
                .as("This would break a client. If it is meant, see 'An API change' in CONTRIBUTING.md.")
                .isEmpty();
    }

    @Test
    void findsEveryOperationThatIsTakenAway() throws IOException {
        var built = YAML.readTree(new ApiDocument().yaml());
        for (var path : built.get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                var without = built.deepCopy();
                ((ObjectNode) without.get("paths").get(path.getKey())).remove(method.getKey());
                if (method.getValue().has("responses")) {
                    assertThat(BreakingChanges.between(built, without))
                            .as(path.getKey())
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void findsEveryFieldOfAnAnswerThatIsTakenAwayOrIsOfAnotherType() throws IOException {
        var built = YAML.readTree(new ApiDocument().yaml());
        var page = built.at("/components/schemas/Anchor/properties");
        assertThat(page.size()).isGreaterThan(3);
        for (var field : page.properties()) {
            var without = built.deepCopy();
            ((ObjectNode) without.at("/components/schemas/Anchor/properties")).remove(field.getKey());
            assertThat(BreakingChanges.between(built, without))
                    .contains("GET /v1/anchors 200.items[]." + field.getKey() + " is gone");
            var other = built.deepCopy();
            ((ObjectNode) other.at("/components/schemas/Anchor/properties"))
                    .putObject(field.getKey())
                    .put("type", "boolean");
            assertThat(BreakingChanges.between(built, other))
                    .anyMatch(sentence -> sentence.startsWith("GET /v1/anchors 200.items[]." + field.getKey()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /v1/things:                                   | /v1/stuff:                                 | GET /v1/things is gone
            thing.made:                                   | thing.born:                                | webhook thing.made is gone
            operationId: list                             | operationId: all                           | GET /v1/things has another operationId, so generated clients call it otherwise
            [analyst, steward]                            | [analyst]                                  | GET /v1/things is no longer for steward
            {name: limit, in: query                       | {name: limit, in: query, required: true    | GET /v1/things needs query limit now
            {name: limit,                                 | {name: most,                               | GET /v1/things does not take query limit any more
            type: integer, maximum: 1000                  | type: string, maximum: 1000                | GET /v1/things query limit was [integer] and is [string]
            maximum: 1000                                 | maximum: 10                                | GET /v1/things query limit takes less: maximum 10
            default: 100                                  | default: 20                                | GET /v1/things query limit means something else where it is not sent: 20
            default: OPEN                                 | default: SHUT                              | GET /v1/things query state(1) means something else where it is not sent: "SHUT"
            enum: [OPEN, SHUT]                            | enum: [OPEN]                               | GET /v1/things query state(0) does not take SHUT any more
            '200':                                        | '202':                                     | GET /v1/things does not answer 200 any more
            text/csv:                                     | text/plain:                                | GET /v1/things 200 is no longer text/csv
            items: {type: array,                          | rows: {type: array,                        | GET /v1/things 200.items is gone
            size: {type: integer}                         | size: {type: string}                       | GET /v1/things 200.items[].size was [integer] and is [string]
            size: {type: integer}                         | size: {type: [integer, 'null']}            | GET /v1/things 200.items[].size was [integer] and is [integer, null]
            size: {type: integer}                         | size: {}                                   | GET /v1/things 200.items[].size was [integer] and is []
            format: uuid                                  | format: uri                                | POST /v1/things 201.id has another format: "uuid" was, "uri" is
            required: [id]                                | required: []                               | webhook thing.made.id may be absent now
            id: {type: string, format: uuid}              | key: {type: string}                        | webhook thing.made.id is gone
            size: {type: integer}                         | extent: {type: integer}                    | POST /v1/things 201.size is gone
            required: [name]                              | required: [name, colour]                   | POST /v1/things body.colour is needed now
            maxLength: 20                                 | maxLength: 10                              | POST /v1/things body.name takes less: maxLength 10
            maxLength: 20                                 | minLength: 2                               | POST /v1/things body.name wants more: minLength 2
            name: {type: string                           | title: {type: string                       | POST /v1/things body.name is gone
            """)
    void findsWhatWouldBreakAClient(String was, String is, String sentence) throws IOException {
        assertThat(API).contains(was);

        assertThat(BreakingChanges.between(
                        YAML.readTree(API), YAML.readTree(API.replaceFirst(quoted(was), quotedTo(is)))))
                .contains(sentence);
    }

    @Test
    void tellsWhatIsSentFromWhatIsRead() {
        var colour = "colour: {type: string, enum: [RED, BLUE]}";
        var fewer = "colour: {type: string, enum: [RED]}";
        var more = "colour: {type: string, enum: [RED, BLUE, GREEN]}";
        int sent = API.lastIndexOf(colour);

        assertThat(BreakingChanges.between(
                        read(API),
                        read(API.substring(0, sent) + API.substring(sent).replace(colour, fewer))))
                .containsExactly("POST /v1/things body.colour does not take BLUE any more");
        assertThat(BreakingChanges.between(
                        read(API),
                        read(API.substring(0, sent) + API.substring(sent).replace(colour, more))))
                .isEmpty();
        assertThat(BreakingChanges.between(read(API), read(API.replaceFirst(quoted(colour), quotedTo(fewer)))))
                .isEmpty();
        assertThat(BreakingChanges.between(read(API), read(API.replaceFirst(quoted(colour), quotedTo(more)))))
                .containsExactly(
                        "GET /v1/things 200.items[].colour can be GREEN now",
                        "POST /v1/things 201.colour can be GREEN now",
                        "webhook thing.made.colour can be GREEN now");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            size: {type: integer}            | size: {type: integer}\\n        weight: {type: integer}
            maximum: 1000                    | maximum: 5000
            maxLength: 20                    | maxLength: 30
            required: [name]                 | required: []
            [analyst, steward]               | [analyst, steward, admin]
            '404': {}                        | '410': {}
            - {name: limit                   | - {name: q, in: query, schema: {type: string}}\\n      - {name: limit
            """)
    void letsGrowWhatAClientNeedNotKnow(String was, String is) {
        var grown = API.replaceFirst(quoted(was), quotedTo(is.replace("\\n", "\n")));

        assertThat(grown).isNotEqualTo(API);
        assertThat(BreakingChanges.between(read(API), read(grown))).isEmpty();
    }

    private static String quoted(String text) {
        return Pattern.quote(text);
    }

    private static String quotedTo(String text) {
        return Matcher.quoteReplacement(text);
    }

    private static JsonNode read(String document) {
        try {
            return YAML.readTree(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
