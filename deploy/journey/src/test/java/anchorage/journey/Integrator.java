package anchorage.journey;

import anchorage.client.ApiClient;
import anchorage.client.ApiException;
import anchorage.client.api.DeliveriesApi;
import anchorage.client.api.InsightsApi;
import anchorage.client.api.SuppliersApi;
import anchorage.client.model.Delivery;
import anchorage.client.model.Share;
import anchorage.client.model.SupplierView;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Pushes a ledger, follows it, and reads of it. */
final class Integrator {

    private final DeliveriesApi deliveries;
    private final InsightsApi insights;
    private final SuppliersApi suppliers;
    private int waits;

    Integrator(String gateway, Supplier<String> tokens) {
        var client = new ApiClient();
        client.setBasePath(gateway);
        client.setBearerToken(tokens);
        deliveries = new DeliveriesApi(client);
        insights = new InsightsApi(client);
        suppliers = new SuppliersApi(client);
    }

    /** Pushes a ledger and follows it until it counts, or is refused. */
    Delivery push(String anchor, String feed, File ledger) throws ApiException, InterruptedException {
        var name = "attachment; filename=\"" + ledger.getName() + "\"";
        var answer = patiently(() -> deliveries
                .pushResourcePush(anchor, feed, ledger)
                .contentDisposition(name)
                .executeWithHttpInfo());
        var location = answer.getHeaders().get("location").get(0);
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        while (true) {
            var delivery = patiently(() -> deliveries.deliveryResourceRead(id).execute());
            switch (delivery.getState()) {
                case RECEIVED, READING, PUBLISHED -> Thread.sleep(500);
                default -> {
                    return delivery;
                }
            }
        }
    }

    /** The share that stays in the combined authority. */
    Share localShare(String anchor) throws ApiException, InterruptedException {
        return patiently(() -> insights.localShareResourceRead()
                        .anchor(List.of(anchor))
                        .local("combined-authority")
                        .execute())
                .getTotal()
                .getShare();
    }

    /** Every supplier with premises in a place, page by page. */
    List<SupplierView> suppliersIn(String place) throws ApiException, InterruptedException {
        var all = new ArrayList<SupplierView>();
        String cursor = null;
        do {
            var from = cursor;
            var page = patiently(() -> suppliers
                    .supplierResourceSearch()
                    .place(place)
                    .limit(2)
                    .cursor(from)
                    .execute());
            all.addAll(page.getItems());
            cursor = page.getNext();
        } while (cursor != null);
        return all;
    }

    /** How many times the service asked to wait. */
    int waits() {
        return waits;
    }

    /** Waits as long as the service asks, and asks again. */
    private <T> T patiently(Call<T> call) throws ApiException, InterruptedException {
        while (true) {
            try {
                return call.make();
            } catch (ApiException refusal) {
                var wait = refusal.getResponseHeaders() == null
                        ? null
                        : refusal.getResponseHeaders().get("retry-after");
                if (wait == null || (refusal.getCode() != 429 && refusal.getCode() != 503)) {
                    throw refusal;
                }
                waits++;
                Thread.sleep(1000 * Long.parseLong(wait.get(0)));
            }
        }
    }

    private interface Call<T> {
        T make() throws ApiException;
    }
}
