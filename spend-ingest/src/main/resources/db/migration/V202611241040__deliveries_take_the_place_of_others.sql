-- A delivery may take another's place, or be taken back. Both stay, so that it can be seen what counted when.
ALTER TABLE delivery
    ADD COLUMN supersedes uuid CONSTRAINT fk_delivery_supersedes REFERENCES delivery,
    ADD COLUMN superseded_by uuid CONSTRAINT fk_delivery_superseded_by REFERENCES delivery,
    ADD COLUMN withdrawal_reason text,
    ADD COLUMN withdrawn_at timestamptz;

-- The same bytes are the same delivery for as long as it counts or may come to count.
ALTER TABLE delivery DROP CONSTRAINT uq_delivery_bytes_in_feed;
CREATE UNIQUE INDEX uq_delivery_bytes_in_feed ON delivery (anchor, feed, sha256)
    WHERE state NOT IN ('SUPERSEDED', 'WITHDRAWN');
