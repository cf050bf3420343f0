package anchorage.kit.csv;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Says in the API's description which operations give CSV too. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CsvDocument implements OASFilter {

    private static final String CSV = "text/csv";

    private static final Set<String> LISTS = Set.of("anchorage.kit.page.Page", "anchorage.kit.page.Changes");

    private final Set<String> operations = new HashSet<>();
    private final Set<String> described = new HashSet<>();

    /** Called by the framework with the classes of the service. */
    public CsvDocument(IndexView classes) {
        for (var produces : classes.getAnnotations(Produces.class)) {
            if (produces.target().kind() == AnnotationTarget.Kind.METHOD && isCsv(produces)) {
                addAllAt(produces.target().asMethod());
            }
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (!operations.contains(operation.getOperationId())) {
            return operation;
        }
        var content = operation.getResponses().getAPIResponse("200").getContent();
        content.removeMediaType(CsvFile.MEDIA_TYPE);
        content.addMediaType(
                CSV,
                OASFactory.createMediaType()
                        .schema(OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .description("A header and a record for each row (RFC 4180)")));
        if (described.contains(operation.getOperationId())) {
            // Where the Link of the CSV leads. No parameter is declared for it: every client that is made from the
            // document would have to pass one more for what is no data.
            content.addMediaType(
                    CsvMetadata.MEDIA_TYPE,
                    OASFactory.createMediaType()
                            .schema(OASFactory.createSchema().ref("#/components/schemas/CsvMetadata")));
        }
        return operation;
    }

    /** What gives CSV alone stands beside what gives JSON at the same address, and is hidden in the description. */
    private void addAllAt(MethodInfo csv) {
        csv.declaringClass().methods().stream()
                .filter(method -> path(method).equals(path(csv)) && method.hasAnnotation(jakarta.ws.rs.GET.class))
                .forEach(method -> {
                    var operation = csv.declaringClass().simpleName() + "_" + method.name();
                    operations.add(operation);
                    if (csv.hasAnnotation(CsvOf.class)
                            || LISTS.contains(csv.returnType().name().toString())) {
                        described.add(operation);
                    }
                });
    }

    private static String path(MethodInfo method) {
        var path = method.annotation(Path.class);
        return path == null ? "" : path.value().asString();
    }

    private static boolean isCsv(AnnotationInstance produces) {
        return produces.value() != null
                && Arrays.stream(produces.value().asStringArray()).anyMatch(type -> type.startsWith(CSV));
    }
}
