package anchorage.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** What an operator can set. */
@ConfigMapping(prefix = "ingest")
public interface IngestSettings {

    /** Folder in which the original bytes of every delivery are kept. It is backed up like the database. */
    Path rawFolder();

    /** Readers that work at once in this process. */
    @io.smallrye.config.WithDefault("1")
    int readers();

    /** How often a reader that found nothing looks again; a delivery just received wakes it at once. */
    @io.smallrye.config.WithDefault("1S")
    Duration pause();

    /** How many deliveries may wait to be read before no more are taken. */
    Backlog backlog();

    interface Backlog {

        /** Of one anchor. */
        @io.smallrye.config.WithDefault("500")
        long mostOfAnchor();

        /** Of all anchors together. */
        @io.smallrye.config.WithDefault("5000")
        long most();
    }

    /** What an upload in parts may be. */
    Upload upload();

    interface Upload {

        /** Bytes of a whole file. */
        @io.smallrye.config.WithDefault("16G")
        MemorySize maxSize();

        /** Bytes of one part. */
        @io.smallrye.config.WithDefault("16G")
        MemorySize maxAppendSize();

        /** How long an upload waits for its next part before it is forgotten. */
        @io.smallrye.config.WithDefault("24H")
        Duration maxAge();
    }

    /** How webhooks are told. */
    Webhooks webhooks();

    interface Webhooks {

        /** What their secrets are sealed with: 32 random characters or more. Without it, the secrets do not open. */
        String key();

        /** Whether plain HTTP to this machine itself is let through, for trying things out; never in a region. */
        @io.smallrye.config.WithDefault("false")
        boolean local();

        /** Notices that are sent at once by this process. */
        @io.smallrye.config.WithDefault("4")
        int senders();

        /** How often an idle sender looks for work. */
        @io.smallrye.config.WithDefault("1S")
        Duration pause();

        /** How long a receiver may take to answer. */
        @io.smallrye.config.WithDefault("15S")
        Duration patience();

        /** How long a webhook may fail without anything going well before it is disabled. */
        @io.smallrye.config.WithDefault("3D")
        Duration disabledAfter();

        /** How long notices are kept, to look at and to send again. */
        @io.smallrye.config.WithDefault("30D")
        Duration kept();

        /** How many an anchor, or the region, may have. */
        @io.smallrye.config.WithDefault("10")
        int most();
    }

    /** The identity provider, in which an anchor's publisher client is made. */
    IdentityProvider identity();

    interface IdentityProvider {

        /** Its realm's address for administration, such as {@code http://localhost:8180/admin/realms/city-region}. */
        URI adminUrl();

        /** Its token endpoint. */
        URI tokenUrl();

        /** Our client there, which may make clients and users. */
        String client();

        /** That client's secret. */
        String secret();
    }
}
