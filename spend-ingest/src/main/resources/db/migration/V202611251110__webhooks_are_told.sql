-- Whose webhooks and notices a connection reaches: an anchor's own, or, where the anchor is NULL, the region's, which
-- are for those who may see every anchor's data.
CREATE FUNCTION answers_for(anchor text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN anchor IS NULL THEN current_setting('anchorage.sees', true) = 'all' ELSE acts_for(anchor) END;

CREATE TABLE webhook (
    id uuid CONSTRAINT pk_webhook PRIMARY KEY,
    anchor text CONSTRAINT fk_webhook_anchor REFERENCES anchor,
    title text NOT NULL,
    address text NOT NULL,
    events text[] NOT NULL,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz,
    disabled_because text,
    -- The first of the failures that nothing has gone well since, and how many there were.
    failing_since timestamptz,
    failures integer NOT NULL DEFAULT 0,
    -- When the next notice may be sent: not while another is, and not at once after a failure.
    free_at timestamptz NOT NULL,
    CONSTRAINT ck_webhook_disabled CHECK ((disabled_at IS NULL) = (disabled_because IS NULL))
);
CREATE INDEX ix_webhook_of_anchor ON webhook (anchor);

-- Sealed with the service's key, which is not in the database. One without an end is the present one.
CREATE TABLE webhook_secret (
    id uuid CONSTRAINT pk_webhook_secret PRIMARY KEY,
    webhook uuid NOT NULL CONSTRAINT fk_webhook_secret_webhook REFERENCES webhook ON DELETE CASCADE,
    anchor text,
    sealed bytea NOT NULL,
    made_at timestamptz NOT NULL,
    ends_at timestamptz
);
CREATE UNIQUE INDEX uq_webhook_secret_present ON webhook_secret (webhook) WHERE ends_at IS NULL;

CREATE TABLE notice (
    number bigserial CONSTRAINT uq_notice_number UNIQUE,
    id uuid CONSTRAINT pk_notice PRIMARY KEY,
    webhook uuid NOT NULL CONSTRAINT fk_notice_webhook REFERENCES webhook ON DELETE CASCADE,
    anchor text,
    event text NOT NULL,
    -- What it is told for: heard of twice, it is told once.
    occasion text NOT NULL,
    body text NOT NULL,
    made_at timestamptz NOT NULL,
    state text NOT NULL CONSTRAINT ck_notice_state CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP')),
    -- Failures since it was made, or asked for again.
    failures integer NOT NULL DEFAULT 0,
    next_at timestamptz NOT NULL,
    sent_at timestamptz,
    CONSTRAINT uq_notice_occasion UNIQUE (webhook, event, occasion)
);
CREATE INDEX ix_notice_of_webhook ON notice (webhook, number);
CREATE INDEX ix_notice_waiting ON notice (webhook, next_at) WHERE state = 'WAITING';
CREATE INDEX ix_notice_made_at ON notice (made_at);

-- One try at sending a notice: the status that came back, or why none did.
CREATE TABLE notice_sending (
    number bigserial CONSTRAINT pk_notice_sending PRIMARY KEY,
    notice uuid NOT NULL CONSTRAINT fk_notice_sending_notice REFERENCES notice ON DELETE CASCADE,
    anchor text,
    at timestamptz NOT NULL,
    millis integer NOT NULL,
    status integer,
    failure text,
    answer text
);
CREATE INDEX ix_notice_sending_of_notice ON notice_sending (notice, number);

DO $$
DECLARE
    owned text;
BEGIN
    FOREACH owned IN ARRAY ARRAY['webhook', 'webhook_secret', 'notice', 'notice_sending']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
        -- Who sees an anchor's figures has no part in its webhooks, so what is not acted on is not seen either.
        EXECUTE format('CREATE POLICY is_acted_on ON %I USING (answers_for(anchor)) WITH CHECK (answers_for(anchor))', owned);
    END LOOP;
END $$;
