package anchorage.insight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

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

    /** Most rows that an answer may have. A wider question is refused, so that it cannot fill the heap. */
    @WithDefault("100000")
    int widestAnswer();

    /** Longest time that an answer may take, so that one question does not keep the others waiting. */
    @WithDefault("50s")
    Duration longestQuestion();

    /**
     * How long nothing must have become known of suppliers and places before judged lines are kept for the next question.
     * While facts come one after the other, what is judged would be of no more use at once.
     */
    @WithDefault("5s")
    Duration keepJudgementsAfter();
}
