-- The trace (W3C Trace Context) of the request, which leads from what was done to all that came of it.
ALTER TABLE audit ADD COLUMN trace_id text;
