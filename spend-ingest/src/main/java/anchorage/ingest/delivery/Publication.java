package anchorage.ingest.delivery;

import anchorage.ingest.reading.Row;

/** The lines of one attempt on their way out. */
public interface Publication {

    /** Sends a line, sooner or later. */
    void add(Row.Accepted row);

    /** Returns when everything added has arrived; fails if anything has not. */
    void flush();

    /** Says that the attempt is complete and what it must come to; returns when that has arrived. */
    void close(Tally tally);

    /** Says that the attempt came to nothing. */
    void abandon();
}
