-- Every mapping that a feed has had: which file was read by which, and who said so.
CREATE TABLE feed_mapping (
    anchor text NOT NULL,
    feed text NOT NULL,
    version integer NOT NULL,
    mapping jsonb NOT NULL,
    since timestamptz NOT NULL,
    given_by text,
    delivery uuid CONSTRAINT fk_feed_mapping_delivery REFERENCES delivery,
    CONSTRAINT pk_feed_mapping PRIMARY KEY (anchor, feed, version),
    CONSTRAINT fk_feed_mapping_feed FOREIGN KEY (anchor, feed) REFERENCES feed
);

INSERT INTO feed_mapping (anchor, feed, version, mapping, since)
SELECT anchor, id, mapping_version, mapping, updated_at FROM feed WHERE mapping IS NOT NULL;
