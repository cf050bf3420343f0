package anchorage.ingest.webhook;

import anchorage.testsupport.RealData;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** What the API's document says of each notice. */
public final class NoticeSchemas {

    private NoticeSchemas() {}

    /** Where a notice is not as the document says that one of its type is. */
    public static Set<ValidationMessage> violations(String notice) {
        try {
            var body = new ObjectMapper().readTree(notice);
            var document = (ObjectNode) new YAMLMapper()
                    .readTree(RealData.root()
                            .resolve("docs/api/spend-ingest.openapi.yaml")
                            .toFile());
            var schema = document.at(JsonPointer.compile(
                    "/webhooks/" + body.path("type").asText() + "/post/requestBody/content/application~1json/schema"));
            if (schema.isMissingNode()) {
                throw new AssertionError("the document does not describe " + body.path("type"));
            }
            document.setAll((ObjectNode) schema);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(document)
                    .validate(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
