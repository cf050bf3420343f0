-- A file on its way in. What is recorded as received is durable; the parts' files lie beside the bytes of deliveries.
CREATE TABLE upload (
    id uuid CONSTRAINT pk_upload PRIMARY KEY,
    anchor text NOT NULL,
    feed text NOT NULL,
    push jsonb NOT NULL,
    length bigint,
    received bigint NOT NULL DEFAULT 0,
    -- Whoever appends writes this first; what a request with another token records is void.
    holder uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    delivery uuid CONSTRAINT fk_upload_delivery REFERENCES delivery,
    CONSTRAINT fk_upload_feed FOREIGN KEY (anchor, feed) REFERENCES feed,
    CONSTRAINT ck_upload_not_too_long CHECK (length IS NULL OR received <= length)
);

CREATE INDEX ix_upload_expires ON upload (expires_at);

CREATE TABLE upload_part (
    upload uuid NOT NULL CONSTRAINT fk_upload_part_upload REFERENCES upload ON DELETE CASCADE,
    start bigint NOT NULL,
    token uuid NOT NULL,
    size bigint NOT NULL,
    CONSTRAINT pk_upload_part PRIMARY KEY (upload, start)
);
