-- Whose rows a connection reaches is told by two settings: anchorage.anchor, the one anchor whose rows it reads and
-- changes, or * for every anchor's; and anchorage.sees, which is 'all' where every anchor's may be read besides. Told
-- nothing, it reaches nothing. A later migration that changes rows of anchors begins with
--     SELECT set_config('anchorage.anchor', '*', true);
CREATE FUNCTION acts_for(anchor text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('anchorage.anchor', true) IN (anchor, '*');

CREATE FUNCTION sees(anchor text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('anchorage.anchor', true) IN (anchor, '*') OR current_setting('anchorage.sees', true) = 'all';

DO $$
DECLARE
    owned text;
BEGIN
    FOREACH owned IN ARRAY ARRAY[
        'feed', 'delivery', 'feed_mapping', 'feed_silence', 'reading_turn', 'upload', 'refused_row', 'reading_job',
        'upload_part']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
        -- Without this the role that owns the table, which is the service's, would be let through.
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    END LOOP;
    FOREACH owned IN ARRAY ARRAY['feed', 'delivery', 'feed_mapping', 'feed_silence', 'reading_turn', 'upload']
    LOOP
        EXECUTE format('CREATE POLICY is_seen ON %I FOR SELECT USING (sees(anchor))', owned);
        EXECUTE format('CREATE POLICY is_acted_on ON %I USING (acts_for(anchor)) WITH CHECK (acts_for(anchor))', owned);
    END LOOP;
    FOREACH owned IN ARRAY ARRAY['refused_row', 'reading_job']
    LOOP
        -- A reading writes as every anchor's, so it pays no look at the delivery for a row.
        EXECUTE format('CREATE POLICY is_seen ON %I FOR SELECT USING (acts_for(''*'') OR EXISTS ('
            'SELECT FROM delivery WHERE delivery.id = %I.delivery AND sees(delivery.anchor)))', owned, owned);
        EXECUTE format('CREATE POLICY is_acted_on ON %I USING (acts_for(''*'') OR EXISTS ('
            'SELECT FROM delivery WHERE delivery.id = %I.delivery AND acts_for(delivery.anchor)))', owned, owned);
    END LOOP;
END $$;

CREATE POLICY is_acted_on ON upload_part USING (acts_for('*') OR EXISTS (
    SELECT FROM upload WHERE upload.id = upload_part.upload AND acts_for(upload.anchor)));
