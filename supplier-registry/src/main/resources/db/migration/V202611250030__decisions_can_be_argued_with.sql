-- The transaction that last changed what is known of a supplier: how the index of names finds what it has not seen.
ALTER TABLE supplier ADD COLUMN changed_in bigint NOT NULL DEFAULT 0;
CREATE INDEX ix_supplier_changed_in ON supplier (changed_in, id);

-- What a source states in evidence, who recorded it if a person did, and a digest of the fact as the source states it:
-- null where the registry itself closed a fact because a later version of the register no longer states it.
ALTER TABLE supplier_fact
    ADD COLUMN evidence text,
    ADD COLUMN recorded_by text,
    ADD COLUMN stated text,
    -- A steward found that the fact is another supplier's; its source may go on stating it.
    ADD COLUMN moved_to uuid CONSTRAINT fk_supplier_fact_moved_to REFERENCES supplier;
UPDATE supplier_fact SET stated = '';
ALTER TABLE supplier_fact DROP CONSTRAINT ck_supplier_fact_kind;
ALTER TABLE supplier_fact ADD CONSTRAINT ck_supplier_fact_kind CHECK (kind IN (
    'NAME', 'IDENTIFIER', 'PREMISES', 'OWNERSHIP', 'SIZE', 'SECTOR', 'PARENT', 'STATUS'));

-- A merged supplier redirects to another for as long as the merge is not undone.
CREATE TABLE supplier_merge (
    id uuid CONSTRAINT pk_supplier_merge PRIMARY KEY,
    merged uuid NOT NULL CONSTRAINT fk_supplier_merge_merged REFERENCES supplier,
    successor uuid NOT NULL CONSTRAINT fk_supplier_merge_successor REFERENCES supplier,
    reason text NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL,
    undone_by text,
    undone_at timestamptz,
    CONSTRAINT ck_supplier_merge_two CHECK (merged <> successor)
);
CREATE UNIQUE INDEX uq_supplier_merge_current ON supplier_merge (merged) WHERE undone_at IS NULL;
CREATE INDEX ix_supplier_merge_successor ON supplier_merge (successor);

CREATE TABLE supplier_split (
    id uuid CONSTRAINT pk_supplier_split PRIMARY KEY,
    split uuid NOT NULL CONSTRAINT fk_supplier_split_split REFERENCES supplier,
    part uuid NOT NULL CONSTRAINT fk_supplier_split_part REFERENCES supplier,
    reason text NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL
);
CREATE INDEX ix_supplier_split_split ON supplier_split (split);

ALTER TABLE identification DROP CONSTRAINT ck_identification_state;
ALTER TABLE identification ADD CONSTRAINT ck_identification_state CHECK (state IN ('DECIDED', 'REVIEW', 'PROVISIONAL'));
ALTER TABLE identification
    ADD COLUMN candidates jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN decided_by text;

-- What a steward decided of a name, for every anchor that writes it, until it is undone.
CREATE TABLE steward_decision (
    id uuid CONSTRAINT pk_steward_decision PRIMARY KEY,
    mention uuid NOT NULL CONSTRAINT fk_steward_decision_mention REFERENCES mention,
    kind text NOT NULL
        CONSTRAINT ck_steward_decision_kind CHECK (kind IN ('SUPPLIER', 'NEW_SUPPLIER', 'NEVER_MERGE')),
    supplier uuid NOT NULL CONSTRAINT fk_steward_decision_supplier REFERENCES supplier,
    reason text NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL,
    undone_by text,
    undone_at timestamptz
);
CREATE INDEX ix_steward_decision_mention ON steward_decision (mention);
CREATE INDEX ix_steward_decision_supplier ON steward_decision (supplier);

CREATE INDEX ix_mention_name_key ON mention (name_key);
CREATE INDEX ix_mention_supplier_code ON mention (anchor, supplier_code) WHERE supplier_code IS NOT NULL;

-- What a delivery pays under a mention; the sum over the deliveries that count is the value at stake.
CREATE TABLE mention_value (
    mention uuid NOT NULL,
    delivery uuid NOT NULL,
    lines bigint NOT NULL,
    total numeric(24, 4) NOT NULL,
    CONSTRAINT pk_mention_value PRIMARY KEY (mention, delivery)
);
CREATE INDEX ix_mention_value_delivery ON mention_value (delivery);
