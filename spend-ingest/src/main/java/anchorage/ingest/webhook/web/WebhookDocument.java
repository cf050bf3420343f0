package anchorage.ingest.webhook.web;

import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import anchorage.ingest.webhook.Event;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes the notices that a webhook is sent, in the document's part for requests that we make. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class WebhookDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (var event : Event.values()) {
            document.addWebhook(event.type(), path(event));
        }
    }

    private static PathItem path(Event event) {
        var name = event.type().replace('.', '_');
        return OASFactory.createPathItem()
                .POST(OASFactory.createOperation()
                        .operationId("Notice_" + name)
                        .addTag("Webhooks")
                        .summary(summary(event))
                        .description("Signed by Standard Webhooks 1.0.0: verify the signature over id, timestamp and "
                                + "body as they came, and pass over an id that you have seen. See /docs/webhooks.")
                        .parameters(List.of(
                                header("webhook-id", "The notice's id, the same however often it is sent"),
                                header("webhook-timestamp", "Seconds since 1970, of this sending"),
                                header("webhook-signature", "v1, a comma, and a signature; two while secrets change")))
                        .requestBody(OASFactory.createRequestBody()
                                .required(true)
                                .content(createContent()
                                        .addMediaType(
                                                "application/json",
                                                createMediaType().schema(body(event)))))
                        .responses(OASFactory.createAPIResponses()
                                .addAPIResponse(
                                        "2XX",
                                        OASFactory.createAPIResponse().description("It has come; within 15 seconds"))
                                .addAPIResponse(
                                        "410",
                                        OASFactory.createAPIResponse()
                                                .description("Nothing more is wanted: the webhook is disabled")))
                        .security(List.of()));
    }

    private static Schema body(Event event) {
        return createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .required(List.of("type", "timestamp", "data"))
                .addProperty(
                        "type", createSchema().addType(Schema.SchemaType.STRING).enumeration(List.of(event.type())))
                .addProperty(
                        "timestamp",
                        createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .format("date-time")
                                .description("When it happened"))
                .addProperty("data", createSchema().ref("#/components/schemas/" + data(event)));
    }

    private static Parameter header(String name, String description) {
        return createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(true)
                .description(description)
                .schema(createSchema().addType(Schema.SchemaType.STRING));
    }

    private static String summary(Event event) {
        return switch (event) {
            case DELIVERY_APPLIED -> "A delivery was applied";
            case DELIVERY_REFUSED -> "A delivery was refused as a whole";
            case REVIEW_NEEDED -> "Mentions came into the review queue";
            case WEBHOOK_TEST -> "Somebody asked whether notices arrive";
        };
    }

    private static String data(Event event) {
        return switch (event) {
            case DELIVERY_APPLIED, DELIVERY_REFUSED -> "DeliveryNotice";
            case REVIEW_NEEDED -> "ReviewNotice";
            case WEBHOOK_TEST -> "TestNotice";
        };
    }
}
