package anchorage.ingest.delivery;

import anchorage.ingest.reading.Layout;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One file or push in a feed.
 *
 * @param attempt how often its reading has begun
 * @param layout how the file was found to be laid out; null until it is read
 * @param warnings what is likely a mistake, though it could be read
 * @param relation what it is to an earlier delivery
 * @param supersededBy the delivery that has taken its place, or null
 */
public record Delivery(
        UUID id,
        String anchor,
        String feed,
        DeliveryState state,
        Instant receivedAt,
        String fileName,
        long bytes,
        String sha256,
        ControlTotal control,
        int attempt,
        Layout layout,
        Tally tally,
        List<Warning> warnings,
        Optional<DeliveryProblem> problem,
        Optional<Applied> applied,
        Optional<Relation> relation,
        UUID supersededBy,
        Optional<Withdrawal> withdrawal) {

    /** The earlier delivery to which this one is that, or null. */
    public UUID related(Relation.Kind kind) {
        return relation.map(to -> to.as(kind)).orElse(null);
    }

    /** Why and when its anchor took it back. */
    public record Withdrawal(String reason, Instant at) {}

    /**
     * What the sender says is inside.
     *
     * @param lines or null where not said
     * @param total or null where not said
     * @param period free text such as 2026-03, or null
     */
    public record ControlTotal(Long lines, BigDecimal total, String period) {

        /** Whether what was read is what was said; empty where nothing was said. */
        public Optional<Boolean> agreesWith(Tally tally) {
            if (lines == null && total == null) {
                return Optional.empty();
            }
            return Optional.of((lines == null || lines == tally.accepted())
                    && (total == null || total.compareTo(tally.net()) == 0));
        }
    }

    /** Why a delivery was refused as a whole. */
    public record DeliveryProblem(String code, String detail) {}

    /** What the ledger says it holds of the delivery. */
    public record Applied(long lines, BigDecimal total, boolean agrees, Instant at) {}
}
