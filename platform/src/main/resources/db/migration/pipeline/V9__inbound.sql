-- What people wrote to numbers. The id carries the second at which it came, as that of a message does. Without an account it is
-- nobody's: nobody has the number, and nobody has written to the person from it.
CREATE TABLE pipeline.inbound (
  id      bigint      NOT NULL PRIMARY KEY,
  account bigint,
  route   bigint      NOT NULL,
  phone   text        NOT NULL,
  number  text        NOT NULL,
  text    text        NOT NULL,
  keyword text        NOT NULL,
  wish    smallint    NOT NULL, -- 0 none, 1 wants no more, 2 wants to hear again
  answers bigint,
  at      timestamptz NOT NULL
) PARTITION BY RANGE (id);
CREATE INDEX inbound_account ON pipeline.inbound (account, id);
CREATE INDEX inbound_phone ON pipeline.inbound (account, phone, id);
CREATE SEQUENCE pipeline.inbound_seq CACHE 64;

-- Parts of long messages until the last is there: each was acknowledged to its network.
CREATE TABLE pipeline.inbound_part (
  route     bigint      NOT NULL,
  phone     text        NOT NULL,
  number    text        NOT NULL,
  reference integer     NOT NULL,
  total     smallint    NOT NULL,
  part      smallint    NOT NULL,
  text      text        NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (route, phone, number, reference, total, part)
);
CREATE INDEX inbound_part_at ON pipeline.inbound_part (at);

-- What came lately, by a digest: a network that heard no answer brings it again.
CREATE TABLE pipeline.inbound_seen (
  digest uuid        PRIMARY KEY,
  at     timestamptz NOT NULL
);
CREATE INDEX inbound_seen_at ON pipeline.inbound_seen (at);

-- The last message of each account to a person from a number: what an answer to that number answers.
CREATE TABLE pipeline.written (
  number  text   NOT NULL,
  phone   text   NOT NULL,
  account bigint NOT NULL,
  message bigint NOT NULL,
  sender  text   NOT NULL,
  PRIMARY KEY (number, phone, account)
) WITH (fillfactor = 80);
CREATE INDEX written_message ON pipeline.written (message);
CREATE INDEX written_phone ON pipeline.written (account, phone);

-- Numbers, whole or by a word with which a message begins, and whose they are for a time. Without an account a number is shared by
-- all who write from it.
CREATE TABLE pipeline.inbound_number (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number   text   NOT NULL,
  route    bigint,
  keyword  text   NOT NULL DEFAULT '',
  account  bigint,
  begins   date   NOT NULL,
  ends     date,
  version  integer NOT NULL DEFAULT 1,
  CHECK (ends >= begins),
  CHECK (keyword = '' OR account IS NOT NULL)
);
CREATE INDEX inbound_number_number ON pipeline.inbound_number (number);

-- Counts what changed about numbers, for the snapshots in memory; writers queue up at the row.
CREATE TABLE pipeline.inbound_version (
  one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  value   bigint NOT NULL
);
INSERT INTO pipeline.inbound_version (value) VALUES (1);
