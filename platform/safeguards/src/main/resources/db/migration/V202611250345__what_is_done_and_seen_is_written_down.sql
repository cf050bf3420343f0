-- Who did what and who saw what, in every service its own. It only grows: the service's role may not change it, and a
-- trigger stands in the way of whoever may.
CREATE TABLE audit (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_audit PRIMARY KEY,
    at timestamptz NOT NULL,
    client text NOT NULL,
    person text,
    roles text[] NOT NULL,
    anchor text,
    about text[] NOT NULL,
    operation text NOT NULL,
    method text NOT NULL,
    target text NOT NULL,
    status integer NOT NULL
);

CREATE INDEX ix_audit_at ON audit (at);
CREATE INDEX ix_audit_client ON audit (client, id);
CREATE INDEX ix_audit_about ON audit USING gin (about);

CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log only grows';
END $$;

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();

REVOKE UPDATE, DELETE, TRUNCATE ON audit FROM CURRENT_USER;
