-- The trace (W3C Trace Context) of what made the fact true, handed on with it to whoever hears of it.
ALTER TABLE outbox ADD COLUMN traceparent text;

-- The trace of the request that brought the delivery, so that its reading is part of it.
ALTER TABLE reading_job ADD COLUMN traceparent text;
