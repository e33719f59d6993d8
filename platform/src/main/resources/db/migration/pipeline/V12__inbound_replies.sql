-- An answer that cannot be taken now, as where money is missing, is tried again later and does not stand in front of others.
ALTER TABLE pipeline.inbound_reply ADD COLUMN due timestamptz;
UPDATE pipeline.inbound_reply SET due = at;
ALTER TABLE pipeline.inbound_reply ALTER COLUMN due SET NOT NULL;
DROP INDEX pipeline.inbound_reply_open;
CREATE INDEX inbound_reply_open ON pipeline.inbound_reply (due) WHERE open;
