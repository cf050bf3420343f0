package anchorage.kit.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to every operation the answers it can always give, so that a resource declares only the unusual ones. */
public class StandardAnswers implements OASFilter {

    private static final Map<String, String> ANSWERS = new TreeMap<>(Map.of(
            "400", "The request breaks a rule; errors says which",
            "401", "No valid access token",
            "403", "The token's roles, or its anchor, do not allow this",
            "404", "There is nothing here",
            "429", "A quota is used up; Retry-After says when to try again",
            "default", "Any other error, such as 503 when too much waits"));

    private static final List<String> TYPES_OF_FILES = List.of(
            "application/octet-stream",
            "text/csv",
            "application/x-ndjson",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.ms-excel",
            "application/gzip",
            "application/zip");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        components.addSecurityScheme(
                "token",
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token of the region's identity provider, by client credentials"));
        document.components(components);
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(StandardAnswers::complete));
    }

    private static void complete(Operation operation) {
        addTo(operation);
        nameTypesOfFiles(operation.getRequestBody());
    }

    /**
     * A file of any type is taken; the document names the usual ones, since generated clients send JSON where it says
     * that anything goes.
     */
    private static void nameTypesOfFiles(RequestBody body) {
        if (body == null || !body.getContent().hasMediaType("*/*")) {
            return;
        }
        var any = body.getContent().getMediaType("*/*");
        var content = OASFactory.createContent();
        TYPES_OF_FILES.forEach(type -> content.addMediaType(type, any));
        body.content(content);
    }

    private static void addTo(Operation operation) {
        var responses = operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        var known = responses.getAPIResponses() == null ? Map.<String, APIResponse>of() : responses.getAPIResponses();
        if (hasCursor(operation, "cursor")) {
            responses.addAPIResponse("410", problem("The cursor has expired"));
        }
        if (hasCursor(operation, "since")) {
            responses.addAPIResponse("410", problem("The bookmark is of a former database: make your copy anew"));
        }
        ANSWERS.forEach((status, description) -> {
            // What the framework adds for a role has no body; ours always has.
            if (!known.containsKey(status) || known.get(status).getContent() == null) {
                responses.addAPIResponse(status, problem(description));
            }
        });
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.charAt(0) >= '4' && response.getContent() == null) {
                response.content(problem());
            }
        });
        operation.responses(responses);
    }

    /** A cursor of ours is a text; that of the reconciliation standard is a number and never expires. */
    private static boolean hasCursor(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> name.equals(parameter.getName())
                                && List.of(Schema.SchemaType.STRING)
                                        .equals(parameter.getSchema().getType()));
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse().description(description).content(problem());
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    }
}
