package anchorage.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An operation, as the merged document declares it.
 *
 * @param roles who may use it, one of which is needed
 * @param isOpen whether it is used without a token
 * @param answers the statuses that it may answer
 * @param mediaType of its body, if it takes one
 */
record Operation(
        String id,
        String method,
        String path,
        Set<String> roles,
        boolean isOpen,
        Set<Integer> answers,
        Optional<String> mediaType) {

    /** Every operation of the document. */
    static List<Operation> all(JsonNode document) {
        var all = new ArrayList<Operation>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> member.getValue().has("responses"))
                .map(member -> of(path.getKey(), member.getKey(), member.getValue()))
                .forEach(all::add));
        return all;
    }

    private static Operation of(String path, String method, JsonNode declared) {
        var roles = new TreeSet<String>();
        boolean isOpen = false;
        for (var requirement : declared.get("security")) {
            isOpen |= requirement.isEmpty();
            requirement.forEach(scheme -> scheme.forEach(role -> roles.add(role.asText())));
        }
        var answers = new TreeSet<Integer>();
        declared.get("responses").fieldNames().forEachRemaining(status -> {
            if (!status.equals("default")) {
                answers.add(Integer.valueOf(status));
            }
        });
        var mediaTypes = declared.at("/requestBody/content").fieldNames();
        return new Operation(
                declared.get("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                roles,
                isOpen,
                answers,
                mediaTypes.hasNext() ? Optional.of(mediaTypes.next()) : Optional.empty());
    }

    /** Whether its address names something of one anchor's. */
    boolean isOfAnAnchor() {
        return path.contains("{anchor}")
                || path.contains("{delivery}")
                || path.contains("{upload}")
                || path.contains("{webhook}");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
