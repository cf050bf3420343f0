package anchorage.ingest.delivery;

import anchorage.ingest.delivery.Delivery.DeliveryProblem;
import anchorage.ingest.feed.Feed;
import anchorage.ingest.feed.Feeds;
import anchorage.ingest.reading.Findings;
import anchorage.ingest.reading.Layout;
import anchorage.ingest.reading.LedgerFile;
import anchorage.ingest.reading.Row;
import anchorage.ingest.reading.RowReader;
import anchorage.ingest.reading.UnreadableFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Reads one delivery from its kept bytes to the word that closes it. Nothing of an attempt counts before that word, so
 * an attempt that breaks off anywhere is simply begun again.
 */
@ApplicationScoped
class DeliveryReading {

    private static final Logger LOG = Logger.getLogger(DeliveryReading.class);
    private static final int PROGRESS_EVERY = 50_000;

    private final Feeds feeds;
    private final Deliveries deliveries;
    private final RefusedRows refusedRows;
    private final RawBytes raw;
    private final Publications publications;

    DeliveryReading(
            Feeds feeds, Deliveries deliveries, RefusedRows refusedRows, RawBytes raw, Publications publications) {
        this.feeds = feeds;
        this.deliveries = deliveries;
        this.refusedRows = refusedRows;
        this.raw = raw;
        this.publications = publications;
    }

    /** Reads and publishes the delivery, or refuses it. */
    void read(UUID id) {
        var findings = Findings.NONE;
        while (findings != null) {
            findings = readIn(findings, id);
        }
    }

    /** Reads once; answers in which light to read again, or null when all is said. */
    private Findings readIn(Findings findings, UUID id) {
        try {
            read(id, findings);
            return null;
        } catch (Findings.ReadAgain again) {
            var better = again.with(findings);
            if (better.equals(findings)) {
                throw new IllegalStateException("reading again finds nothing new in delivery " + id, again);
            }
            return better;
        }
    }

    private void read(UUID id, Findings findings) {
        var delivery = deliveries.beginAttempt(id);
        LOG.infof(
                "a delivery is being read delivery=%s anchor=%s feed=%s attempt=%d",
                id, delivery.anchor(), delivery.feed(), delivery.attempt());
        var feed = feeds.of(delivery.anchor(), delivery.feed());
        var publication = publications.open(delivery, feed);
        var count = new RowCount(id, refusedRows);
        Layout layout = null;
        try (var file = LedgerFile.open(raw.path(delivery.sha256()), Optional.ofNullable(feed.mapping()), findings)) {
            layout = file.layout();
            var mended = delivery.related(Relation.Kind.SUPPLEMENTS);
            var rows = mended == null
                    ? new RowReader(delivery.anchor(), file)
                    : RowReader.ofMendedRows(delivery.anchor(), file);
            readRows(delivery, rows, publication, count);
            layout = file.layout();
            var objection = objection(delivery, count);
            if (objection.isPresent()) {
                refuse(delivery, layout, publication, count, objection.get());
                return;
            }
            finish(delivery, feed, layout, rows, publication, count);
        } catch (UnreadableFile unreadable) {
            refuse(
                    delivery,
                    layout,
                    publication,
                    count,
                    new DeliveryProblem(unreadable.code(), unreadable.getMessage()));
        } catch (IOException failure) {
            throw new UncheckedIOException("the delivery's bytes could not be read", failure);
        }
    }

    private void readRows(Delivery delivery, RowReader rows, Publication publication, RowCount count)
            throws IOException {
        for (var next = rows.next(); next.isPresent(); next = rows.next()) {
            var row = next.get();
            count.add(row);
            if (row instanceof Row.Accepted accepted) {
                publication.add(accepted);
            }
            if (row.number() % PROGRESS_EVERY == 0) {
                deliveries.progress(delivery.id(), count.tally());
            }
        }
        count.flush();
    }

    private Optional<DeliveryProblem> objection(Delivery delivery, RowCount count) {
        var tally = count.tally();
        if (tally.accepted() == 0) {
            return Optional.of(new DeliveryProblem(
                    "no-line",
                    tally.refused() == 0
                            ? "The file has a header and no line below it."
                            : "Not one of " + tally.refused() + " rows could be read. " + count.usualRefusal()
                                    + " See refused-rows for each."));
        }
        var mended = delivery.related(Relation.Kind.SUPPLEMENTS);
        if (mended != null && tally.accepted() > deliveries.stillRefused(mended)) {
            return Optional.of(new DeliveryProblem(
                    "too-many-lines",
                    "The file has " + tally.accepted() + " lines, and of the rows that delivery " + mended
                            + " refused " + deliveries.stillRefused(mended)
                            + " are still missing. A supplement holds the mended rows alone."));
        }
        if (!delivery.control().agreesWith(tally).orElse(true)) {
            return Optional.of(new DeliveryProblem(
                    "control-total",
                    "The sender expected " + said(delivery.control().lines()) + " lines and a total of "
                            + said(delivery.control().total()) + "; the file has " + tally.accepted()
                            + " readable lines and a total of " + tally.net().toPlainString()
                            + ". Correct whichever is wrong and push again."));
        }
        return Optional.empty();
    }

    private void finish(
            Delivery delivery, Feed feed, Layout layout, RowReader rows, Publication publication, RowCount count) {
        publication.flush();
        if (feed.mapping() == null) {
            feeds.keepProposed(feed, rows.mapping(), delivery.id());
        }
        // Before the word that closes, so that the ledger's answer never finds a delivery that is not published.
        deliveries.published(
                delivery.id(), layout, count.tally(), count.months(), warnings(delivery, feed, rows, count));
        publication.close(count.tally());
        LOG.infof(
                "a delivery was published delivery=%s anchor=%s feed=%s lines=%d",
                delivery.id(), delivery.anchor(), delivery.feed(), count.tally().accepted());
    }

    private List<Warning> warnings(Delivery delivery, Feed feed, RowReader rows, RowCount count) {
        var warnings = new ArrayList<>(Warning.ofReading(rows, feed.vatBasis()));
        if (delivery.related(Relation.Kind.SUPPLEMENTS) == null) {
            warnings.addAll(
                    new WarningSigns(feed.cadence(), deliveries.past(delivery)).in(count.tally(), count.months()));
        }
        return List.copyOf(warnings);
    }

    private void refuse(
            Delivery delivery, Layout layout, Publication publication, RowCount count, DeliveryProblem problem) {
        publication.abandon();
        count.flush();
        deliveries.refused(delivery.id(), Optional.ofNullable(layout), count.tally(), problem);
        LOG.infof(
                "a delivery was refused delivery=%s anchor=%s feed=%s code=%s",
                delivery.id(), delivery.anchor(), delivery.feed(), problem.code());
    }

    private static String said(Object expected) {
        return expected == null ? "any" : expected.toString();
    }
}
