package anchorage.kit.prefer;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says in the API's description of every PUT that it can be answered without a body. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PreferDocument implements OASFilter {

    @Override
    public PathItem filterPathItem(PathItem path) {
        var put = path.getPUT();
        if (put != null && put.getResponses().hasAPIResponse("200")) {
            put.addParameter(OASFactory.createParameter()
                    .name(Preferences.HEADER)
                    .in(Parameter.In.HEADER)
                    .required(false)
                    .description("return=minimal to be answered 204 and the ETag, without what it is now (RFC 7240)")
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
            put.getResponses()
                    .addAPIResponse(
                            "204", OASFactory.createAPIResponse().description("OK, and nothing more was preferred"));
        }
        return path;
    }
}
