package anchorage.ingest.upload;

import anchorage.ingest.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Forgets uploads for which nobody has sent a part in time, and bytes that no upload names any more. */
@ApplicationScoped
class UploadSweep implements Chore {

    private static final Logger LOG = Logger.getLogger(UploadSweep.class);

    private final Uploads uploads;
    private final UploadFolder folder;
    private final Clock clock;

    UploadSweep(Uploads uploads, UploadFolder folder, Clock clock) {
        this.uploads = uploads;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        sweep(clock.instant());
    }

    void sweep(Instant now) {
        for (var expired : uploads.expired(now)) {
            uploads.forget(expired);
            LOG.infof("an upload expired upload=%s", expired);
        }
        for (var known : folder.known()) {
            if (!uploads.exists(known)) {
                folder.remove(known);
            }
        }
    }
}
