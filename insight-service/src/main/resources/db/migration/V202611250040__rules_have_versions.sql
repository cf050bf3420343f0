-- Local definitions and scope rule sets that were made here. A version is never changed; a better one is a new version.
CREATE TABLE rule_version (
    kind text NOT NULL CONSTRAINT ck_rule_version_kind CHECK (kind IN ('LOCAL_DEFINITION', 'SCOPE_RULES')),
    name text NOT NULL,
    version integer NOT NULL,
    rule jsonb NOT NULL,
    made_by text NOT NULL,
    known_from timestamptz NOT NULL,
    CONSTRAINT pk_rule_version PRIMARY KEY (kind, name, version)
);
