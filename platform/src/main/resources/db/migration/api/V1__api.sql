-- What was answered to a request with an Idempotency-Key; written only when a key was sent, swept after 24 hours.
-- A row without a status is a request under way, or one whose end nobody knows because the server died.
CREATE TABLE api.idempotency (
  account      bigint NOT NULL,
  key          text NOT NULL,
  request_hash bytea NOT NULL,
  created_at   timestamptz NOT NULL,
  status       smallint,
  content_type text,
  answer       bytea,
  PRIMARY KEY (account, key)
) PARTITION BY HASH (key);
CREATE TABLE api.idempotency_0 PARTITION OF api.idempotency FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE api.idempotency_1 PARTITION OF api.idempotency FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE api.idempotency_2 PARTITION OF api.idempotency FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE api.idempotency_3 PARTITION OF api.idempotency FOR VALUES WITH (MODULUS 4, REMAINDER 3);
