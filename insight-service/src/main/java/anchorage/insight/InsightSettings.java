package anchorage.insight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What an operator can set. */
@ConfigMapping(prefix = "insight")
public interface InsightSettings {

    /** Folder of the ledger: one Parquet file for each applied delivery. It is backed up like the database. */
    Path lakeFolder();

    /** Folder for deliveries that are still arriving; it may be emptied while the service is stopped. */
    Path spoolFolder();

    /** Memory that DuckDB may use, beside the heap. */
    @WithDefault("1GB")
    String engineMemory();

    /** Threads with which DuckDB answers. */
    @WithDefault("2")
    int engineThreads();
}
