-- What the message brings: a flash (1), octets (2); none for a text.
ALTER TABLE webhooks.waiting ADD COLUMN kind smallint;
ALTER TABLE webhooks.told ADD COLUMN kind smallint;
