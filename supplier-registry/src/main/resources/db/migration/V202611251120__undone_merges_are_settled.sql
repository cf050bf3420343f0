-- Suppliers of an undone merge whose mentions are not decided again yet. To decide needs the index of names, which reads
-- what is committed; so this is committed with the undoing, and is gone with the decisions. A supplier of two undone
-- merges is here twice: whoever settles the one may have read an index that knew nothing of the other.
CREATE TABLE unsettled_supplier (
    id bigserial CONSTRAINT pk_unsettled_supplier PRIMARY KEY,
    supplier uuid NOT NULL CONSTRAINT fk_unsettled_supplier_supplier REFERENCES supplier
);
