package anchorage.journey;

import java.util.Map;

/**
 * What is sent with operations, well-formed enough that who may is not answered that the request is none. One that is not
 * here is sent an empty object, which is enough for who may not.
 */
final class Requests {

    private static final String FILE = "Date paid,Supplier name,Net amount\n01/04/2025,Roles Limited,5.00\n";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry(
                    "AnchorResource_put",
                    "{\"name\":\"roles-own\",\"kind\":\"LOCAL_AUTHORITY\",\"homePlace\":\"E08000009\"}"),
            Map.entry("FeedResource_put", "{\"vatBasis\":\"NET\"}"),
            Map.entry("FeedResource_propose", FILE),
            Map.entry("PushResource_push", FILE),
            Map.entry("DeliveryResource_withdraw", "{\"reason\":\"roles\"}"),
            Map.entry("UploadResource_append", "Net amount\n"),
            Map.entry("MatchResource_match", "{\"queries\":[{\"name\":\"Roles Limited\"}]}"),
            Map.entry("IdentificationResource_decide", "{\"newSupplier\":\"Roles Limited\",\"reason\":\"roles\"}"),
            Map.entry("ReconciliationKeyResource_make", "{\"purpose\":\"roles\"}"),
            Map.entry("ReconcileResource_answer", "queries=%7B%22q0%22%3A%7B%22query%22%3A%22Roles%22%7D%7D"),
            Map.entry("KeyedReconcileResource_answer", "queries=%7B%22q0%22%3A%7B%22query%22%3A%22Roles%22%7D%7D"),
            Map.entry(
                    "WebhookResource_make",
                    "{\"title\":\"roles\",\"address\":\"http://127.0.0.1:9/\",\"events\":[\"delivery.applied\"]}"),
            Map.entry(
                    "WebhookResource_change",
                    "{\"title\":\"roles\",\"address\":\"http://127.0.0.1:9/\",\"events\":[\"delivery.applied\"]}"),
            Map.entry("NoticeResource_replayAll", "{\"from\":\"2026-01-01T00:00:00Z\"}"),
            Map.entry("RegisterResource_load", "nothing that is a register"));

    private static final Map<String, String> QUERIES = Map.of(
            "PlaceResource_at", "?postcode=M1%201AD",
            "SupplierResource_search", "?q=roles",
            "ChangeResource_read", "?from1=2025-04-01&to1=2025-04-30&from2=2025-05-01&to2=2025-05-31",
            "OpportunitiesResource_read", "?anchor=roles-own",
            "LineResource_list", "?limit=1");

    private static final Map<String, Map<String, String>> HEADERS =
            Map.of("UploadResource_append", Map.of("Upload-Offset", "24", "Upload-Complete", "?0"));

    private Requests() {}

    static String body(Operation operation) {
        return BODIES.getOrDefault(operation.id(), "{}");
    }

    static String query(Operation operation) {
        return QUERIES.getOrDefault(operation.id(), "");
    }

    static Map<String, String> headers(Operation operation) {
        return HEADERS.getOrDefault(operation.id(), Map.of());
    }
}
