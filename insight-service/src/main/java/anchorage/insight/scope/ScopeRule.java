package anchorage.insight.scope;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One rule: lines whose field matches are of the scope.
 *
 * @param why one sentence for a person who asks why a line is not procurement
 * @param pattern regular expression in RE2 syntax, found anywhere in the field, compared in capitals
 */
public record ScopeRule(
        String id,
        Scope scope,
        Field field,
        String why,

        @Schema(description = "Regular expression in RE2 syntax, looked for in the field in capitals")
        String pattern) {

    /** What a rule looks at. */
    public enum Field {
        SUPPLIER_NAME,
        CATEGORY
    }
}
