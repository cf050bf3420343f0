-- Feeds that are known to owe a delivery, so that each change is said once, by whichever replica notices it.
CREATE TABLE feed_silence (
    anchor text NOT NULL,
    feed text NOT NULL,
    since timestamptz NOT NULL,
    noticed_at timestamptz NOT NULL,
    CONSTRAINT pk_feed_silence PRIMARY KEY (anchor, feed),
    CONSTRAINT fk_feed_silence_feed FOREIGN KEY (anchor, feed) REFERENCES feed
);
