-- The trace (W3C Trace Context) of what made the fact true, handed on with it to whoever hears of it.
ALTER TABLE outbox ADD COLUMN traceparent text;
