-- Payments of programs that were made within the last minutes, in the transaction of the money: the same again moves nothing.
CREATE TABLE billing.moved_once (
  asker  bigint NOT NULL,
  digest bytea NOT NULL CHECK (length(digest) = 32),
  at     timestamptz NOT NULL,
  PRIMARY KEY (asker, digest)
);
