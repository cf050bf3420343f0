package anchorage.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes the parameters that mean the same wherever they stand, so that no resource need repeat it. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class StandardParameters implements OASFilter {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("anchor", "The anchor's id"),
            Map.entry("code", "GSS code of the place"),
            Map.entry("cursor", "The next of the page before, with the same filters; absent for the first page"),
            Map.entry("delivery", "The delivery's id"),
            Map.entry("feed", "The feed's id, in its anchor"),
            Map.entry("import", "The id of the load"),
            Map.entry("key", "The key, as it was shown when it was made"),
            Map.entry("kind", "The kind of register"),
            Map.entry("limit", "The most items of a page"),
            Map.entry("mention", "The mention's id"),
            Map.entry("merge", "The id of the merge"),
            Map.entry("name", "The rule's name, or name@version for one of its versions"),
            Map.entry("notice", "The notice's id"),
            Map.entry("row", "The line's row in its file"),
            Map.entry("service", "The service: spend-ingest, supplier-registry or insight-service"),
            Map.entry(
                    "since",
                    "The bookmark in links.next of what was read before, with the same filters; absent to begin with "
                            + "everything there is"),
            Map.entry("supplier", "The supplier's id"),
            Map.entry("upload", "The upload's id"),
            Map.entry("webhook", "The webhook's id"));

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(MEANINGS.get(parameter.getName()));
        }
        makeDefaultANumber(parameter.getSchema());
        return parameter;
    }

    /** The default of a BigDecimal is known as the text that its annotation holds. */
    private static void makeDefaultANumber(Schema schema) {
        if (schema != null
                && schema.getDefaultValue() instanceof String text
                && List.of(Schema.SchemaType.NUMBER).equals(schema.getType())) {
            schema.setDefaultValue(new BigDecimal(text));
        }
    }
}
