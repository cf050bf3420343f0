-- Suppliers of an undone merge whose mentions are not decided again yet. To decide needs the index of names, which reads
-- what is committed; so this is committed with the undoing, and is gone with the decisions.
CREATE TABLE unsettled_supplier (
    supplier uuid CONSTRAINT pk_unsettled_supplier PRIMARY KEY
        CONSTRAINT fk_unsettled_supplier_supplier REFERENCES supplier
);
