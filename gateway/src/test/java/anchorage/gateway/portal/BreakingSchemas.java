package anchorage.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What of a schema's changes breaks a client that sends by it, or one that reads by it. */
final class BreakingSchemas {

    /** What says how much may be sent; less is less. */
    private static final List<String> MOST = List.of("maximum", "maxLength", "maxItems", "exclusiveMaximum");

    private static final List<String> LEAST = List.of("minimum", "minLength", "minItems", "exclusiveMinimum");

    /** What is compared as it stands: what a client does with it is not known here. */
    private static final List<String> SAME = List.of("format", "pattern", "not", "const");

    private static final List<String> TOGETHER = List.of("allOf", "oneOf", "anyOf");

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> breaks;
    private final Set<String> passed = new HashSet<>();

    BreakingSchemas(JsonNode before, JsonNode after, List<String> breaks) {
        this.before = before;
        this.after = after;
        this.breaks = breaks;
    }

    /** A client goes on sending what it sent. */
    void sent(String name, JsonNode was, JsonNode now) {
        compare(name, was, now, true);
    }

    /** A client goes on reading what it read. */
    void read(String name, JsonNode was, JsonNode now) {
        compare(name, was, now, false);
    }

    private void compare(String name, JsonNode was, JsonNode now, boolean isSent) {
        if (!passed.add(was.path("$ref").asText(name) + " " + now.path("$ref").asText(name))) {
            return;
        }
        var former = resolved(before, was);
        var present = resolved(after, now);
        types(name, former, present, isSent);
        SAME.forEach(word -> {
            if (present.has(word) && isSent || former.has(word)) {
                mustBeSame(name, word, former, present);
            }
        });
        TOGETHER.forEach(word -> together(name, former.path(word), present.path(word), isSent));
        if (isSent) {
            limits(name, former, present);
        }
        values(name, former, present, isSent);
        members(name, former, present, isSent);
        if (former.has("items")) {
            compare(name + "[]", former.path("items"), present.path("items"), isSent);
        }
        if (former.path("additionalProperties").isObject()) {
            compare(name + "{}", former.path("additionalProperties"), present.path("additionalProperties"), isSent);
        }
    }

    private void types(String name, JsonNode was, JsonNode now, boolean isSent) {
        var former = texts(was.path("type"));
        var present = texts(now.path("type"));
        // What has no type may be anything.
        var wider = isSent ? present : former;
        var narrower = isSent ? former : present;
        if (!wider.isEmpty() && (narrower.isEmpty() || !wider.containsAll(narrower))) {
            breaks.add(name + " was " + former + " and is " + present);
        }
    }

    private void together(String name, JsonNode was, JsonNode now, boolean isSent) {
        if (was.size() != now.size()) {
            breaks.add(name + " is put together otherwise");
            return;
        }
        for (int at = 0; at < was.size(); at++) {
            compare(name + "(" + at + ")", was.get(at), now.get(at), isSent);
        }
    }

    private void mustBeSame(String name, String word, JsonNode was, JsonNode now) {
        if (!was.path(word).equals(now.path(word))) {
            breaks.add(name + " has another " + word + ": " + was.path(word) + " was, " + now.path(word) + " is");
        }
    }

    private void limits(String name, JsonNode was, JsonNode now) {
        MOST.forEach(word -> {
            if (now.has(word)
                    && (!was.has(word)
                            || now.get(word)
                                            .decimalValue()
                                            .compareTo(was.get(word).decimalValue())
                                    < 0)) {
                breaks.add(name + " takes less: " + word + " " + now.get(word));
            }
        });
        LEAST.forEach(word -> {
            if (now.has(word)
                    && (!was.has(word)
                            || now.get(word)
                                            .decimalValue()
                                            .compareTo(was.get(word).decimalValue())
                                    > 0)) {
                breaks.add(name + " wants more: " + word + " " + now.get(word));
            }
        });
        if (!was.path("default").equals(now.path("default"))) {
            breaks.add(name + " means something else where it is not sent: " + now.path("default"));
        }
    }

    /** A value that is not taken any more breaks who sends it; one that was never heard of, who reads it. */
    private void values(String name, JsonNode was, JsonNode now, boolean isSent) {
        var former = texts(was.path("enum"));
        var present = texts(now.path("enum"));
        if (isSent) {
            former.stream()
                    .filter(value -> !present.isEmpty() && !present.contains(value))
                    .forEach(value -> breaks.add(name + " does not take " + value + " any more"));
            if (former.isEmpty() && !present.isEmpty()) {
                breaks.add(name + " takes nothing but " + present);
            }
        } else if (!former.isEmpty()) {
            present.stream()
                    .filter(value -> !former.contains(value))
                    .forEach(value -> breaks.add(name + " can be " + value + " now"));
            if (present.isEmpty()) {
                breaks.add(name + " can be anything now");
            }
        }
    }

    private void members(String name, JsonNode was, JsonNode now, boolean isSent) {
        var needed = texts(now.path("required"));
        var wereNeeded = texts(was.path("required"));
        for (var member : was.path("properties").properties()) {
            var as = name + "." + member.getKey();
            var same = now.path("properties").path(member.getKey());
            if (same.isMissingNode()) {
                breaks.add(as + " is gone");
            } else {
                compare(as, member.getValue(), same, isSent);
            }
        }
        if (isSent) {
            needed.stream()
                    .filter(member -> !wereNeeded.contains(member))
                    .forEach(member -> breaks.add(name + "." + member + " is needed now"));
        } else {
            wereNeeded.stream()
                    .filter(member ->
                            !needed.contains(member) && now.path("properties").has(member))
                    .forEach(member -> breaks.add(name + "." + member + " may be absent now"));
        }
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static Set<String> texts(JsonNode node) {
        var texts = new TreeSet<String>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
