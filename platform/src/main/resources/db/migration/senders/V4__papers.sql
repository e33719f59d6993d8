-- What the account says of a name; whose people answer for it: nobody's where names are approved at once.
ALTER TABLE senders.sender
  ADD COLUMN comment       text NOT NULL DEFAULT '',
  ADD COLUMN registrations text[] NOT NULL DEFAULT '{}',
  ADD COLUMN version       integer NOT NULL DEFAULT 1,
  ADD COLUMN answerer      bigint,
  ADD COLUMN answered_by   text NOT NULL DEFAULT '';
CREATE INDEX sender_answerer ON senders.sender (answerer, id) WHERE answerer IS NOT NULL;

-- Accounts that answer for the names of all below them.
CREATE TABLE senders.answerer (
  account bigint PRIMARY KEY
);

-- The bytes lie in files.
CREATE TABLE senders.paper (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account   bigint NOT NULL,
  sender    bigint NOT NULL REFERENCES senders.sender ON DELETE CASCADE,
  file      bigint NOT NULL,
  name      text NOT NULL,
  kind      text NOT NULL,
  size      bigint NOT NULL,
  about     text NOT NULL,
  verdict   smallint NOT NULL DEFAULT 0,
  comment   text NOT NULL DEFAULT '',
  judged_by text NOT NULL DEFAULT '',
  judged_at timestamptz,
  added_at  timestamptz NOT NULL
);
CREATE INDEX paper_account ON senders.paper (account, id);
CREATE INDEX paper_sender ON senders.paper (sender);

-- The last code of a number that is not confirmed, as a keyed digest.
CREATE TABLE senders.code (
  sender  bigint PRIMARY KEY REFERENCES senders.sender ON DELETE CASCADE,
  account bigint NOT NULL,
  digest  bytea NOT NULL,
  until   timestamptz NOT NULL,
  tries   smallint NOT NULL
);

-- How many codes an account has sent on the day of the last one.
CREATE TABLE senders.code_count (
  account bigint PRIMARY KEY,
  last_at timestamptz NOT NULL,
  codes   smallint NOT NULL
);
