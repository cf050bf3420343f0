package anchorage.gateway.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One OpenAPI document of the whole, merged from those of the services. */
@ApplicationScoped
public class ApiDocument {

    private static final List<String> SERVICES = List.of("spend-ingest", "supplier-registry", "insight-service");
    private static final ObjectMapper YAML =
            YAMLMapper.builder().disable(YAMLGenerator.Feature.SPLIT_LINES).build();

    private static final String EVENTS = text("anchorage.asyncapi.yaml");

    private final ObjectNode document;

    ApiDocument() {
        document = YAML.createObjectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Anchorage")
                .put("version", "1")
                .put(
                        "description",
                        "Where a city region's anchor institutions see their spending together. Anchors push supplier "
                                + "ledgers; the platform works out who each supplier is and where, and answers how much "
                                + "stays local, how much leaks, and where to. Money is in pounds as decimal strings, "
                                + "dates are ISO 8601, places are GSS codes, and every error is application/problem+json.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.with("info").putObject("contact").put("name", "Those who run this gateway");
        document.putArray("servers").addObject().put("url", "/").put("description", "This gateway");
        document.putArray("tags");
        document.putObject("paths");
        document.putObject("components").putObject("schemas");
        SERVICES.forEach(service -> merge(service, read(service)));
    }

    /** The document as JSON. */
    public String json() {
        return document.toPrettyString();
    }

    /** The document as YAML. */
    public String yaml() {
        try {
            return YAML.writeValueAsString(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The description of the events, an AsyncAPI document, as YAML. */
    public String events() {
        return EVENTS;
    }

    private void merge(String service, JsonNode part) {
        var schemas = (ObjectNode) document.at("/components/schemas");
        var renamed = renamed(service, part, schemas);
        part.at("/components/schemas")
                .properties()
                .forEach(schema -> schemas.set(
                        renamed.getOrDefault(schema.getKey(), schema.getKey()),
                        redirected(schema.getValue(), renamed)));
        part.path("paths").properties().forEach(path -> ((ObjectNode) document.get("paths"))
                .set(path.getKey(), redirected(path.getValue(), renamed)));
        part.path("webhooks").properties().forEach(webhook -> document.withObject("/webhooks")
                .set(webhook.getKey(), redirected(webhook.getValue(), renamed)));
        part.path("tags").forEach(this::addTag);
        var securitySchemes = part.at("/components/securitySchemes");
        if (!securitySchemes.isMissingNode()) {
            ((ObjectNode) document.get("components")).set("securitySchemes", securitySchemes);
        }
    }

    /**
     * New names for what the service calls by a name that another service gave to something else; and for what says the
     * same of both, but leads to such a thing.
     */
    private static Map<String, String> renamed(String service, JsonNode part, JsonNode taken) {
        var renamed = new HashMap<String, String>();
        int before;
        do {
            before = renamed.size();
            part.at("/components/schemas").properties().forEach(schema -> {
                var name = schema.getKey();
                if (taken.has(name) && !taken.get(name).equals(redirected(schema.getValue(), renamed))) {
                    renamed.put(name, initials(service) + name);
                }
            });
        } while (renamed.size() > before);
        return renamed;
    }

    /** What every service has, such as its audit log, has one tag. */
    private void addTag(JsonNode tag) {
        var tags = (ArrayNode) document.get("tags");
        if (!tags.findValuesAsText("name").contains(tag.get("name").asText())) {
            tags.add(tag);
        }
    }

    /** A copy in which references to renamed schemas lead to their new names. */
    private static JsonNode redirected(JsonNode node, Map<String, String> renamed) {
        if (renamed.isEmpty()) {
            return node;
        }
        var copy = node.deepCopy();
        for (var parent : copy.findParents("$ref")) {
            var reference = parent.get("$ref").asText();
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            if (renamed.containsKey(name)) {
                ((ObjectNode) parent).put("$ref", "#/components/schemas/" + renamed.get(name));
            }
        }
        return copy;
    }

    private static String initials(String service) {
        var name = new StringBuilder();
        for (var word : service.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static JsonNode read(String service) {
        try {
            return YAML.readTree(text(service + ".openapi.yaml"));
        } catch (IOException damaged) {
            throw new UncheckedIOException("the API document of " + service + " cannot be read", damaged);
        }
    }

    private static String text(String name) {
        try (var yaml = ApiDocument.class.getResourceAsStream("/api/" + name)) {
            if (yaml == null) {
                throw new IllegalStateException("the build did not include " + name);
            }
            return new String(yaml.readAllBytes(), UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(name + " cannot be read", damaged);
        }
    }
}
