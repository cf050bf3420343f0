CREATE TABLE place (
    code text CONSTRAINT pk_place PRIMARY KEY,
    name text NOT NULL,
    kind text NOT NULL CONSTRAINT ck_place_kind CHECK (kind IN ('DISTRICT', 'COMBINED_AUTHORITY', 'REGION', 'COUNTRY')),
    within text[] NOT NULL,
    source text NOT NULL,
    recorded_at timestamptz NOT NULL
);

CREATE TABLE postcode (
    postcode text CONSTRAINT pk_postcode PRIMARY KEY,
    district text NOT NULL,
    source text NOT NULL
);

CREATE TABLE supplier (
    id uuid CONSTRAINT pk_supplier PRIMARY KEY,
    provisional boolean NOT NULL,
    demonstration boolean NOT NULL,
    created_at timestamptz NOT NULL
);

-- Valid time says when a fact was true in the world, recorded time when we knew it.
CREATE TABLE supplier_fact (
    id bigserial CONSTRAINT pk_supplier_fact PRIMARY KEY,
    supplier uuid NOT NULL CONSTRAINT fk_supplier_fact_supplier REFERENCES supplier,
    kind text NOT NULL
        CONSTRAINT ck_supplier_fact_kind CHECK (kind IN ('NAME', 'IDENTIFIER', 'PREMISES', 'OWNERSHIP')),
    key text NOT NULL,
    value text NOT NULL,
    role text,
    valid_from date,
    valid_until date,
    recorded_at timestamptz NOT NULL,
    retired_at timestamptz,
    source text NOT NULL
);

CREATE INDEX ix_supplier_fact_supplier ON supplier_fact (supplier);
CREATE INDEX ix_supplier_fact_key ON supplier_fact (kind, key text_pattern_ops) WHERE retired_at IS NULL;

CREATE TABLE mention (
    id uuid CONSTRAINT pk_mention PRIMARY KEY,
    anchor text NOT NULL,
    supplier_code text,
    name text NOT NULL,
    name_key text NOT NULL,
    identifiers text[] NOT NULL,
    postcode text,
    person boolean NOT NULL,
    seen_at timestamptz NOT NULL
);

CREATE TABLE identification (
    id bigserial CONSTRAINT pk_identification PRIMARY KEY,
    mention uuid NOT NULL CONSTRAINT fk_identification_mention REFERENCES mention,
    supplier uuid NOT NULL CONSTRAINT fk_identification_supplier REFERENCES supplier,
    method text NOT NULL,
    score numeric(5, 4) NOT NULL,
    state text NOT NULL CONSTRAINT ck_identification_state CHECK (state IN ('DECIDED', 'PROVISIONAL')),
    explanation text NOT NULL,
    decided_at timestamptz NOT NULL,
    retired_at timestamptz
);

CREATE UNIQUE INDEX uq_identification_current ON identification (mention) WHERE retired_at IS NULL;
CREATE INDEX ix_identification_supplier ON identification (supplier) WHERE retired_at IS NULL;
CREATE INDEX ix_identification_state ON identification (state, mention) WHERE retired_at IS NULL;

CREATE TABLE register_import (
    id uuid CONSTRAINT pk_register_import PRIMARY KEY,
    kind text NOT NULL,
    source text NOT NULL,
    file_name text,
    sha256 text NOT NULL,
    mapping text,
    state text NOT NULL
        CONSTRAINT ck_register_import_state CHECK (state IN ('RECEIVED', 'READING', 'DONE', 'REFUSED')),
    received_at timestamptz NOT NULL,
    finished_at timestamptz,
    rows_read bigint NOT NULL DEFAULT 0,
    rows_taken bigint NOT NULL DEFAULT 0,
    rows_refused bigint NOT NULL DEFAULT 0,
    problem text
);

CREATE TABLE outbox (
    id bigserial CONSTRAINT pk_outbox PRIMARY KEY,
    topic text NOT NULL,
    key text NOT NULL,
    fact bytea NOT NULL
);
