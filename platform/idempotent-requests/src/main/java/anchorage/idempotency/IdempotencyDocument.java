package anchorage.idempotency;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;

/** Says in the API's description which operations are {@link Idempotent}, and what that means for a client. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class IdempotencyDocument implements OASFilter {

    private static final Map<String, String> ANSWERS = new TreeMap<>(Map.of(
            "409", "The first request with this key is still underway, or the request does not fit the present state",
            "422", "This key came with another request before"));

    private final Set<String> operations;

    /** Called by the framework with the classes of the service. */
    public IdempotencyDocument(IndexView classes) {
        this.operations = classes.getAnnotations(Idempotent.class).stream()
                .filter(annotation -> annotation.target().kind() == org.jboss.jandex.AnnotationTarget.Kind.METHOD)
                .map(annotation -> annotation.target().asMethod())
                .map(method -> method.declaringClass().simpleName() + "_" + method.name())
                .collect(Collectors.toSet());
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (!operations.contains(operation.getOperationId())) {
            return operation;
        }
        operation.addParameter(OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .required(false)
                .description("A key of your own for this request, in quotation marks. Sent again with the same key "
                        + "within 48 hours, the request is not done again, and the answer is the same.")
                .schema(OASFactory.createSchema()
                        .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING)
                        .maxLength(202))
                .example("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""));
        ANSWERS.forEach((status, meaning) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation
                        .getResponses()
                        .addAPIResponse(status, OASFactory.createAPIResponse().description(meaning));
            }
        });
        return operation;
    }
}
