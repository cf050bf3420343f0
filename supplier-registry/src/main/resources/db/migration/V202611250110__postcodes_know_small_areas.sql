ALTER TABLE postcode
    ADD COLUMN lsoa_2011 text,
    ADD COLUMN lsoa_2021 text,
    ADD COLUMN ward text,
    ADD COLUMN introduced text,
    ADD COLUMN terminated text;

CREATE TABLE deprivation_rank (
    edition text NOT NULL CONSTRAINT ck_deprivation_rank_edition CHECK (edition IN ('IMD_2019', 'IMD_2025')),
    lsoa text NOT NULL,
    rank integer NOT NULL CONSTRAINT ck_deprivation_rank_rank CHECK (rank > 0),
    source text NOT NULL,
    CONSTRAINT pk_deprivation_rank PRIMARY KEY (edition, lsoa)
);

-- The day that a register's file describes, where it is known.
ALTER TABLE register_import ADD COLUMN version_date date;
