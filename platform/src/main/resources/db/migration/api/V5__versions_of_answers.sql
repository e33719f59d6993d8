-- What an answer that is given once more says beside its body: which version it has, for If-Match.
ALTER TABLE api.idempotency ADD COLUMN etag text;
