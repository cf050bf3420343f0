package anchorage.insight.metric.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import anchorage.contracts.AnchorDescribed;
import anchorage.contracts.DeliveryClosed;
import anchorage.contracts.DeliveryOpened;
import anchorage.contracts.MentionIdentified;
import anchorage.contracts.PlaceDescribed;
import anchorage.contracts.SpendLine;
import anchorage.contracts.SupplierDescribed;
import anchorage.insight.knowledge.FactKind;
import anchorage.insight.knowledge.KnownFacts;
import anchorage.insight.ledger.ArrivingDeliveries;
import anchorage.insight.ledger.ArrivingDeliveries.Position;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** States facts and sends deliveries to the service under test, as the consumers hand them on. */
@ApplicationScoped
class Facts {

    private final KnownFacts known;
    private final ArrivingDeliveries deliveries;
    private final ObjectMapper json;

    Facts(KnownFacts known, ArrivingDeliveries deliveries, ObjectMapper json) {
        this.known = known;
        this.deliveries = deliveries;
        this.json = json;
    }

    /** Trafford and Manchester in their combined authority, region and country, and suppliers 1 to 4. */
    void region() {
        place("E08000009", "DISTRICT", "E47000001", "E12000002", "E92000001");
        place("E08000003", "DISTRICT", "E47000001", "E12000002", "E92000001");
        place("E47000001", "COMBINED_AUTHORITY");
        place("E12000002", "REGION");
        place("E92000001", "COUNTRY");
        supplier(1, "M11AA", "E08000009");
        supplier(2, "M21AA", "E08000003");
        supplier(3, "LS11AA", "E08000035");
        supplier(4, "ZZ11AA", null);
        for (int supplier = 1; supplier <= 4; supplier++) {
            identified(supplier);
        }
    }

    /** A natural person with premises, as a sole trader has them. */
    void personAt(int number, String name, String postcode, String district) {
        var premises = List.of(new SupplierDescribed.Premises("INVOICE_ADDRESS", postcode, district, null, null));
        learn(
                FactKind.SUPPLIER,
                supplier(number).toString(),
                new SupplierDescribed(supplier(number), name, true, List.of(), premises, List.of(), Instant.EPOCH));
        nobody(number);
    }

    /** A natural person whom only their anchor knows. */
    void person(int number, String name) {
        learn(
                FactKind.SUPPLIER,
                supplier(number).toString(),
                new SupplierDescribed(supplier(number), name, true, List.of(), List.of(), List.of(), Instant.EPOCH));
        nobody(number);
    }

    void place(String code, String kind, String... within) {
        learn(FactKind.PLACE, code, new PlaceDescribed(code, code, kind, List.of(within), Instant.EPOCH));
    }

    void anchor(String id, String homePlace) {
        anchor(id, homePlace, "OPEN");
    }

    void anchor(String id, String homePlace, String sharing) {
        learn(FactKind.ANCHOR, id, new AnchorDescribed(id, id, "LOCAL_AUTHORITY", homePlace, sharing, Instant.EPOCH));
    }

    void supplier(int number, String postcode, String district) {
        var premises = List.of(new SupplierDescribed.Premises("REGISTERED_OFFICE", postcode, district, null, null));
        learn(
                FactKind.SUPPLIER,
                supplier(number).toString(),
                new SupplierDescribed(
                        supplier(number), "Supplier " + number, false, List.of(), premises, List.of(), Instant.EPOCH));
    }

    /** A supplier in a neighbourhood of that rank in a release of the Indices of Multiple Deprivation. */
    void supplierRanked(int number, String release, int rank) {
        var premises = List.of(new SupplierDescribed.Premises(
                "REGISTERED_OFFICE",
                "M11AA",
                "E08000009",
                null,
                null,
                new SupplierDescribed.Deprivation(release, rank),
                null));
        learn(
                FactKind.SUPPLIER,
                supplier(number).toString(),
                new SupplierDescribed(
                        supplier(number), "Supplier " + number, false, List.of(), premises, List.of(), Instant.EPOCH));
        identified(number);
    }

    /** A supplier with a ward, of an ownership class, and with parents. */
    void supplierOwned(
            int number, String district, String ward, String ownershipClass, SupplierDescribed.Parent... parents) {
        learn(
                FactKind.SUPPLIER,
                supplier(number).toString(),
                new SupplierDescribed(
                        supplier(number),
                        "Supplier " + number,
                        false,
                        List.of(identifier(number)),
                        List.of(new SupplierDescribed.Premises(
                                "REGISTERED_OFFICE", "M11AA", district, null, null, null, ward)),
                        List.of(new SupplierDescribed.Ownership(ownershipClass, null, null)),
                        List.of(),
                        List.of(parents),
                        Instant.EPOCH));
        identified(number);
    }

    /** The official identifier of a supplier that is owned, or owns. */
    static String identifier(int number) {
        return "GB-COH:" + "%08d".formatted(number);
    }

    /** A small supplier that is a medium one since the day. */
    void supplierThatGrew(int number, LocalDate day) {
        learn(
                FactKind.SUPPLIER,
                supplier(number).toString(),
                new SupplierDescribed(
                        supplier(number),
                        "Supplier " + number,
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                                new SupplierDescribed.Size("SMALL", null, day),
                                new SupplierDescribed.Size("MEDIUM", day, null)),
                        List.of(),
                        Instant.EPOCH));
        identified(number);
    }

    /** A supplier that was in one district, and of one class, until the day, and is in another since. */
    void supplierMoved(int number, LocalDate day, String from, String to, String classBefore, String classSince) {
        learn(
                FactKind.SUPPLIER,
                supplier(number).toString(),
                new SupplierDescribed(
                        supplier(number),
                        "Supplier " + number,
                        false,
                        List.of(),
                        List.of(
                                new SupplierDescribed.Premises("REGISTERED_OFFICE", "M11AA", from, null, day),
                                new SupplierDescribed.Premises("REGISTERED_OFFICE", "M21AA", to, day, null)),
                        List.of(
                                new SupplierDescribed.Ownership(classBefore, null, day),
                                new SupplierDescribed.Ownership(classSince, day, null)),
                        Instant.EPOCH));
    }

    void identified(int number) {
        state(number, number, "exact-name", "DECIDED");
    }

    /** Says that the one number's mention is the other number's supplier, as after a merge. */
    void identifiedAs(int number, int supplier) {
        state(number, supplier, "steward", "DECIDED");
    }

    /** Says that it is not known who the number's mention is. */
    void nobody(int number) {
        state(number, number, "none", "PROVISIONAL");
    }

    UUID deliver(String anchor, Line... lines) {
        return deliver("NET", anchor, lines);
    }

    UUID deliver(String vatBasis, String anchor, Line[] lines) {
        var attempt = new Attempt(UUID.randomUUID(), anchor, 1, vatBasis, List.of(lines));
        attempt.open();
        attempt.lines();
        attempt.close();
        return attempt.delivery;
    }

    Attempt attempt(UUID delivery, String anchor, int number, Line... lines) {
        return new Attempt(delivery, anchor, number, "NET", List.of(lines));
    }

    /** One attempt at a delivery, a word at a time. */
    final class Attempt {

        private final UUID delivery;
        private final String anchor;
        private final int number;
        private final String vatBasis;
        private final List<Line> lines;

        private Attempt(UUID delivery, String anchor, int number, String vatBasis, List<Line> lines) {
            this.delivery = delivery;
            this.anchor = anchor;
            this.number = number;
            this.vatBasis = vatBasis;
            this.lines = lines;
        }

        void open() {
            open(null, null);
        }

        void openInPlaceOf(UUID superseded) {
            open(superseded, null);
        }

        void openBeside(UUID mended) {
            open(null, mended);
        }

        private void open(UUID superseded, UUID mended) {
            deliveries.opened(
                    new DeliveryOpened(delivery, number, anchor, "spend", vatBasis, Instant.EPOCH, superseded, mended),
                    new Position(99, 0));
        }

        /** Sends the lines, half of them in a second chunk. */
        void lines() {
            int half = (lines.size() + 1) / 2;
            deliveries.lines(delivery, number, 0, chunk(0, half));
            deliveries.lines(delivery, number, 1, chunk(half, lines.size()));
        }

        void close() {
            var total = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            closeSaying(lines.size(), total.toPlainString());
        }

        void closeSaying(long count, String total) {
            var credits = lines.stream()
                    .map(Line::amount)
                    .filter(amount -> amount.signum() < 0)
                    .toList();
            deliveries.closed(new DeliveryClosed(
                    delivery,
                    number,
                    2,
                    count,
                    new BigDecimal(total),
                    credits.size(),
                    credits.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
        }

        private byte[] chunk(int from, int to) {
            var text = new StringBuilder();
            for (int at = from; at < to; at++) {
                text.append(written(line(at))).append("\n");
            }
            return text.toString().getBytes(UTF_8);
        }

        private SpendLine line(int at) {
            var line = lines.get(at);
            return new SpendLine(
                    at + 1,
                    LocalDate.parse(line.paidOn()),
                    line.amount(),
                    line.name(),
                    line.isRedacted(),
                    line.name().startsWith("Mrs"),
                    line.isRedacted() ? null : mention(line.supplier()),
                    null,
                    line.category(),
                    null,
                    "OWN",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    false);
        }
    }

    private void state(int number, int supplier, String method, String state) {
        learn(
                FactKind.IDENTIFICATION,
                mention(number).toString(),
                new MentionIdentified(
                        mention(number), supplier(supplier), method, BigDecimal.ONE, state, "because", Instant.EPOCH));
    }

    private void learn(FactKind kind, String key, Object fact) {
        known.learn(kind, Map.of(key, json.valueToTree(fact)));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static UUID mention(int number) {
        return new UUID(1, number);
    }

    private static UUID supplier(int number) {
        return new UUID(2, number);
    }
}
