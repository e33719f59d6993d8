-- What stands for the addresses of messages is told of these messages alone.
UPDATE webhooks.endpoint SET inbound = false WHERE url IS NULL;
