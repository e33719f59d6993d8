-- The journal is read by id, the newest first: numbers are given in the order of time, not by blocks.
ALTER SEQUENCE webhooks.callback_id CACHE 1;
