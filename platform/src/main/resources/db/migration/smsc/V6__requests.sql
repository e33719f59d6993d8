-- Requests of programs of the last minutes, whichever node they reached: the same again is known. Those that send name the ids under
-- which their messages were offered, so that whoever is asked again can see whether they were taken, and offers them under no others.
CREATE TABLE smsc.request (
  account bigint      NOT NULL,
  digest  bytea       NOT NULL CHECK (length(digest) = 32),
  at      timestamptz NOT NULL,
  first   bigint      NOT NULL DEFAULT 0,
  count   integer     NOT NULL DEFAULT 0,
  PRIMARY KEY (account, digest)
);
