package anchorage.ingest.delivery;

import anchorage.ingest.feed.Feed;

/** The way from a reading to everyone who listens. */
public interface Publications {

    /** Says that an attempt's lines are about to follow. */
    Publication open(Delivery delivery, Feed feed);
}
