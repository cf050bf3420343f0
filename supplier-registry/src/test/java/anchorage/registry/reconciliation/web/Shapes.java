package anchorage.registry.reconciliation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** What the schemas of the Reconciliation Service API 0.2 ask of each answer, in our words. */
final class Shapes {

    private Shapes() {}

    static void isManifest(Map<String, Object> answer) {
        assertThat((List<?>) answer.get("versions")).asString().contains("0.2");
        areTexts(answer, "name", "identifierSpace", "schemaSpace", "documentation");
        assertThat((String) object(answer, "view").get("url")).contains("{{id}}");
        var preview = object(answer, "preview");
        assertThat((String) preview.get("url")).contains("{{id}}");
        assertThat(preview.get("width")).isInstanceOf(Integer.class);
        assertThat(preview.get("height")).isInstanceOf(Integer.class);
        for (var what : List.of("entity", "property", "type")) {
            var suggest = object(object(answer, "suggest"), what);
            areTexts(suggest, "service_url", "service_path", "flyout_service_url");
            assertThat((String) suggest.get("flyout_service_path")).contains("${id}");
        }
        areTexts(object(object(answer, "extend"), "propose_properties"), "service_url", "service_path");
        list(answer, "defaultTypes").forEach(type -> areTexts(type, "id", "name"));
    }

    static void areResults(Map<String, Object> answer) {
        for (var result : answer.keySet()) {
            double last = Double.MAX_VALUE;
            for (var candidate : list(object(answer, result), "result")) {
                areTexts(candidate, "id", "name", "description");
                double score = ((Number) candidate.get("score")).doubleValue();
                assertThat(score).isBetween(0.0, last);
                last = score;
                assertThat(candidate.get("match")).isInstanceOf(Boolean.class);
                list(candidate, "type").forEach(type -> areTexts(type, "id", "name"));
                list(candidate, "features").forEach(feature -> {
                    areTexts(feature, "id");
                    assertThat(feature.get("value")).isInstanceOf(Number.class);
                });
            }
        }
    }

    static void isExtension(Map<String, Object> answer) {
        list(answer, "meta").forEach(property -> areTexts(property, "id", "name"));
        var rows = object(answer, "rows");
        for (var id : rows.keySet()) {
            var row = object(rows, id);
            for (var property : row.keySet()) {
                list(row, property).forEach(value -> {
                    assertThat(value).containsOnlyKeys("str");
                    areTexts(value, "str");
                });
            }
        }
    }

    static void areSuggestions(Map<String, Object> answer) {
        assertThat(list(answer, "result")).isNotEmpty().allSatisfy(one -> areTexts(one, "id", "name"));
    }

    static void isProposal(Map<String, Object> answer) {
        assertThat(list(answer, "properties")).isNotEmpty().allSatisfy(one -> areTexts(one, "id", "name"));
        areTexts(answer, "type");
    }

    private static void areTexts(Map<String, Object> object, String... keys) {
        for (var key : keys) {
            assertThat(object.get(key)).as(key + " of " + object).isInstanceOf(String.class);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> from, String key) {
        assertThat(from.get(key)).as(key).isInstanceOf(Map.class);
        return (Map<String, Object>) from.get(key);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> from, String key) {
        assertThat(from.get(key)).as(key).isInstanceOf(List.class);
        return (List<Map<String, Object>>) from.get(key);
    }
}
