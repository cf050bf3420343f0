package anchorage.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What would break a client of one API document that meets the service of another: the client sends what the former
 * document let it send, and reads what the former document let it expect. Where neither can be told, it is said to
 * break.
 */
final class BreakingChanges {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head", "options");

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> breaks = new ArrayList<>();

    private BreakingChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** A sentence for each change that breaks. */
    static List<String> between(JsonNode before, JsonNode after) {
        var changes = new BreakingChanges(before, after);
        changes.compare();
        return changes.breaks;
    }

    private void compare() {
        for (var path : before.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    var name = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    var now = after.path("paths").path(path.getKey()).path(method.getKey());
                    if (now.isMissingNode()) {
                        breaks.add(name + " is gone");
                    } else {
                        compare(name, method.getValue(), now);
                    }
                }
            }
        }
        for (var webhook : before.path("webhooks").properties()) {
            var now = after.path("webhooks").path(webhook.getKey()).path("post");
            if (now.isMissingNode()) {
                breaks.add("webhook " + webhook.getKey() + " is gone");
            } else {
                // Its body is what a client reads.
                var was = webhook.getValue().path("post").path("requestBody");
                contents("webhook " + webhook.getKey(), was, now.path("requestBody"), false);
            }
        }
    }

    private void compare(String name, JsonNode was, JsonNode now) {
        if (!was.path("operationId").equals(now.path("operationId"))) {
            breaks.add(name + " has another operationId, so generated clients call it otherwise");
        }
        for (var role : roles(was)) {
            if (!roles(now).contains(role)) {
                breaks.add(name + " is no longer for " + role);
            }
        }
        parameters(name, byName(was), byName(now));
        var body = now.path("requestBody");
        if (body.path("required").asBoolean()
                && !was.path("requestBody").path("required").asBoolean()) {
            breaks.add(name + " needs a body now");
        }
        contents(name + " body", was.path("requestBody"), body, true);
        for (var response : was.path("responses").properties()) {
            if (response.getKey().startsWith("2") || response.getKey().startsWith("3")) {
                var same = now.path("responses").path(response.getKey());
                if (same.isMissingNode()) {
                    breaks.add(name + " does not answer " + response.getKey() + " any more");
                } else {
                    contents(name + " " + response.getKey(), response.getValue(), same, false);
                }
            }
        }
    }

    private void parameters(String name, Map<String, JsonNode> was, Map<String, JsonNode> now) {
        was.forEach((parameter, before) -> {
            if (!now.containsKey(parameter)) {
                breaks.add(name + " does not take " + parameter + " any more");
            } else {
                schemas()
                        .sent(
                                name + " " + parameter,
                                before.path("schema"),
                                now.get(parameter).path("schema"));
            }
        });
        now.forEach((parameter, after) -> {
            var isNeeded = after.path("required").asBoolean();
            if (isNeeded
                    && !was.getOrDefault(parameter, after.path("no"))
                            .path("required")
                            .asBoolean()) {
                breaks.add(name + " needs " + parameter + " now");
            }
        });
    }

    private void contents(String name, JsonNode was, JsonNode now, boolean isSent) {
        for (var content : was.path("content").properties()) {
            var same = now.path("content").path(content.getKey());
            if (same.isMissingNode()) {
                breaks.add(name + " is no longer " + content.getKey());
            } else if (isSent) {
                schemas().sent(name, content.getValue().path("schema"), same.path("schema"));
            } else {
                schemas().read(name, content.getValue().path("schema"), same.path("schema"));
            }
        }
    }

    private BreakingSchemas schemas() {
        return new BreakingSchemas(before, after, breaks);
    }

    /** By where it stands and how it is called. */
    private static Map<String, JsonNode> byName(JsonNode operation) {
        var parameters = new LinkedHashMap<String, JsonNode>();
        operation
                .path("parameters")
                .forEach(parameter -> parameters.put(
                        parameter.path("in").asText() + " "
                                + parameter.path("name").asText(),
                        parameter));
        return parameters;
    }

    private static Set<String> roles(JsonNode operation) {
        var roles = new TreeSet<String>();
        operation
                .path("security")
                .forEach(scheme -> scheme.forEach(each -> each.forEach(role -> roles.add(role.asText()))));
        return roles;
    }
}
