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
