package anchorage.kit.openapi;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to every operation the answers it can always give, so that a resource declares only the unusual ones. */
public class StandardAnswers implements OASFilter {

    private static final Map<String, String> ANSWERS = new TreeMap<>(Map.of(
            "400", "The request breaks a rule; errors says which",
            "401", "No valid access token",
            "403", "The token's roles, or its anchor, do not allow this",
            "404", "There is nothing here",
            "429", "A quota is used up; Retry-After says when to try again"));

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
                .forEach(StandardAnswers::addTo));
    }

    private static void addTo(Operation operation) {
        var responses = operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        var known = responses.getAPIResponses() == null ? Map.<String, APIResponse>of() : responses.getAPIResponses();
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
