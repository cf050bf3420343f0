package anchorage.kit.sunset;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

/** Says in the API's description which operations will end. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SunsetDocument implements OASFilter {

    private final Map<String, Ending> endings = new HashMap<>();

    /** Called by the framework with the classes of the service. */
    public SunsetDocument(IndexView classes) {
        for (var sunset : classes.getAnnotations(Sunset.class)) {
            var ending = ending(sunset);
            if (sunset.target().kind() == AnnotationTarget.Kind.CLASS) {
                var resource = sunset.target().asClass();
                resource.methods()
                        .forEach(method -> endings.putIfAbsent(resource.simpleName() + "_" + method.name(), ending));
            } else {
                var method = sunset.target().asMethod();
                endings.put(method.declaringClass().simpleName() + "_" + method.name(), ending);
            }
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        var ending = endings.get(operation.getOperationId());
        if (ending != null) {
            var before = operation.getDescription() == null ? "" : operation.getDescription() + " ";
            operation.setDeprecated(true);
            operation.setDescription(before + ending.sentence());
        }
        return operation;
    }

    private static Ending ending(AnnotationInstance sunset) {
        return new Ending(
                LocalDate.parse(sunset.value("deprecatedOn").asString()),
                LocalDate.parse(sunset.value("endsOn").asString()),
                sunset.value("successor").asString());
    }
}
