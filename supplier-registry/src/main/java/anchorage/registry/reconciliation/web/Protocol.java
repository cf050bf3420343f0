package anchorage.registry.reconciliation.web;

import anchorage.registry.reconciliation.PublicOrganisation;
import anchorage.registry.reconciliation.Reconciliation;
import anchorage.registry.reconciliation.Reconciliation.Answer;
import anchorage.registry.reconciliation.Reconciliation.Asked;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages of the Reconciliation Service API 0.2, as JSON in and out. */
@ApplicationScoped
class Protocol {

    private static final int BATCH = 500;

    private final Reconciliation reconciliation;
    private final Terms terms;
    private final ObjectMapper json;

    Protocol(Reconciliation reconciliation, Terms terms, ObjectMapper json) {
        this.reconciliation = reconciliation;
        this.terms = terms;
        this.json = json;
    }

    /** The answer to a batch of queries, or to a request for values of properties. */
    Map<String, Object> answer(String queries, String extend) {
        if (queries != null) {
            return queries(tree(queries));
        }
        if (extend != null) {
            return extended(tree(extend));
        }
        throw new BadRequestException("Send a form with queries=, or with extend=.");
    }

    private Map<String, Object> queries(JsonNode batch) {
        if (!batch.isObject()) {
            throw new BadRequestException("A batch of queries is a JSON object: {\"q0\": {\"query\": \"...\"}}.");
        }
        if (batch.size() > BATCH) {
            throw new ClientErrorException("At most " + BATCH + " queries in a batch.", 413);
        }
        var names = new ArrayList<String>();
        var questions = new ArrayList<Asked>();
        batch.properties().forEach(query -> {
            names.add(query.getKey());
            questions.add(asked(query.getValue()));
        });
        var answers = reconciliation.answer(questions);
        var results = new LinkedHashMap<String, Object>();
        for (int at = 0; at < names.size(); at++) {
            results.put(
                    names.get(at),
                    Map.of(
                            "result",
                            answers.get(at).stream().map(this::candidate).toList()));
        }
        return results;
    }

    private static Asked asked(JsonNode query) {
        var evidence = new HashMap<String, List<String>>();
        query.path("properties").forEach(property -> {
            var values = new ArrayList<String>();
            each(property.path("v"), value -> values.add(text(value)));
            evidence.put(property.path("pid").asText(), values);
        });
        if (query.path("query").asText("").isBlank() && evidence.isEmpty()) {
            throw new BadRequestException("A query needs query or properties.");
        }
        var types = new ArrayList<String>();
        // The text of 0.2 says an array; its examples and OpenRefine send a string, some clients an object.
        each(
                query.path("type"),
                type -> types.add(type.isObject() ? type.path("id").asText() : type.asText()));
        types.removeIf(String::isBlank);
        int limit = query.path("limit").asInt(5);
        return new Asked(
                query.path("query").asText(""),
                types.stream().map(Terms::withoutSlash).toList(),
                limit < 1 ? 5 : Math.min(limit, 50),
                evidence);
    }

    private Map<String, Object> candidate(Answer answer) {
        var organisation = answer.organisation();
        var candidate = new LinkedHashMap<String, Object>();
        candidate.put("id", organisation.id().toString());
        candidate.put("name", organisation.name());
        candidate.put("description", terms.description(organisation));
        candidate.put("type", organisation.types().stream().map(terms::type).toList());
        candidate.put("score", answer.score());
        candidate.put("match", answer.isMatch());
        candidate.put("features", List.of(Map.of("id", "probability", "value", answer.score() / 100)));
        return candidate;
    }

    private Map<String, Object> extended(JsonNode request) {
        var wanted = new ArrayList<String>();
        request.path("properties")
                .forEach(property -> wanted.add(property.path("id").asText()));
        var ids = new ArrayList<String>();
        request.path("ids").forEach(id -> ids.add(id.asText()));
        if (ids.isEmpty() || wanted.isEmpty()) {
            throw new BadRequestException("Send ids and properties: {\"ids\": [..], \"properties\": [{\"id\": ..}]}.");
        }
        var known = reconciliation.organisations(
                ids.stream().map(Terms::id).flatMap(java.util.Optional::stream).toList());
        var rows = new LinkedHashMap<String, Object>();
        for (var id : ids) {
            var organisation = Terms.id(id).map(known::get).orElse(null);
            var row = new LinkedHashMap<String, Object>();
            wanted.forEach(property -> row.put(property, values(organisation, property)));
            rows.put(id, row);
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("meta", wanted.stream().map(terms::property).toList());
        answer.put("rows", rows);
        return answer;
    }

    private List<Map<String, String>> values(PublicOrganisation organisation, String property) {
        return organisation == null
                ? List.of()
                : terms.values(organisation, property).stream()
                        .map(value -> Map.of("str", value))
                        .toList();
    }

    private static void each(JsonNode node, java.util.function.Consumer<JsonNode> use) {
        if (node.isArray()) {
            node.forEach(use);
        } else if (!node.isMissingNode() && !node.isNull()) {
            use.accept(node);
        }
    }

    private static String text(JsonNode value) {
        return value.isObject() ? value.path("name").asText(value.path("id").asText()) : value.asText();
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new BadRequestException("The JSON in the form could not be read.");
        }
    }

    /** What the client looks at before it sends anything. */
    List<Map<String, Object>> organisations(String prefix, int limit) {
        return reconciliation.beginningWith(prefix, limit).stream()
                .map(organisation -> Map.<String, Object>of(
                        "id", organisation.id().toString(),
                        "name", organisation.name(),
                        "description", terms.description(organisation)))
                .toList();
    }

    /** The organisation of that id as a small page, or nothing. */
    java.util.Optional<PublicOrganisation> organisation(String id) {
        return Terms.id(id).flatMap(reconciliation::organisation);
    }
}
