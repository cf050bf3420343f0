package anchorage.ingest.webhook;

import anchorage.ingest.Chore;
import anchorage.ingest.IngestSettings;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** Forgets notices that are kept no longer, and secrets that have ended, and counts the webhooks that are disabled. */
@ApplicationScoped
class NoticeSweep implements Chore {

    private final Jdbi database;
    private final Duration kept;
    private final Clock clock;
    private final AtomicInteger disabled;

    NoticeSweep(Jdbi database, IngestSettings settings, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.kept = settings.webhooks().kept();
        this.clock = clock;
        this.disabled = metrics.gauge("ingest.webhooks.disabled", new AtomicInteger());
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        sweep(clock.instant());
    }

    void sweep(Instant now) {
        database.useHandle(handle -> {
            handle.execute("DELETE FROM notice WHERE made_at < ?", now.minus(kept));
            handle.execute("DELETE FROM webhook_secret WHERE ends_at < ?", now);
            disabled.set(
                    handle.createQuery("SELECT count(*) FROM webhook WHERE disabled_because IN ('FAILING', 'GONE')")
                            .mapTo(Integer.class)
                            .one());
        });
    }
}
