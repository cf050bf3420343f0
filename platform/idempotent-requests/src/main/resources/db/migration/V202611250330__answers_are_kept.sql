-- Answers to requests that came with an Idempotency-Key, so that a client may send one again. Without a status, the
-- request is still underway.
CREATE TABLE kept_answer (
    client text NOT NULL,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    begun_at timestamptz NOT NULL,
    status integer,
    media_type text,
    location text,
    body bytea,
    CONSTRAINT pk_kept_answer PRIMARY KEY (client, key)
);
CREATE INDEX ix_kept_answer_begun_at ON kept_answer (begun_at);
