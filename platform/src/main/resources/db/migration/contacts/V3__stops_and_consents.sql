-- Whom an account never writes to. What is taken off stays a day, so that it can be put back; a phone stands once in a scope.
-- kind: 0 everything, 1 the channel of this value, 2 the sender name of this value.
CREATE TABLE contacts.stop (
  account    bigint   NOT NULL,
  id         bigint   GENERATED ALWAYS AS IDENTITY,
  phone      text     COLLATE "C" NOT NULL,
  kind       smallint NOT NULL CHECK (kind BETWEEN 0 AND 2),
  value      text     NOT NULL DEFAULT '',
  source     smallint NOT NULL,
  reason     text     NOT NULL,
  added_by   text     NOT NULL,
  added_at   timestamptz NOT NULL,
  removal    bigint,
  removed_at timestamptz,
  PRIMARY KEY (account, id)
);
CREATE UNIQUE INDEX stop_phone ON contacts.stop (account, phone, kind, lower(value)) WHERE removal IS NULL;
CREATE INDEX stop_removed ON contacts.stop (removed_at) WHERE removal IS NOT NULL;
CREATE SEQUENCE contacts.stop_removal;

-- Whom an account never writes to though their data was erased: a digest of the phone by the key of this installation.
CREATE TABLE contacts.erased_stop (
  account bigint NOT NULL,
  digest  bytea  NOT NULL,
  PRIMARY KEY (account, digest)
);

-- Nobody in such a group is written to.
ALTER TABLE contacts.group_ ADD COLUMN stop boolean NOT NULL DEFAULT false;

-- The accounts that have ever stopped anybody, and those among them that have erased people, kept in memory by every node: all
-- others are never asked about. Rows only come and only begin to erase, so their numbers tell whether there is something new.
CREATE TABLE contacts.stopping (
  account bigint  PRIMARY KEY,
  erasing boolean NOT NULL DEFAULT false
);

-- What an unsubscribe stops: the sender name that it answered, or, with a row that says so, everything.
CREATE TABLE contacts.unsubscribe_rule (
  account    bigint  PRIMARY KEY,
  everything boolean NOT NULL
);

-- That a person agreed, or no longer does: a history, of which nothing is changed afterwards.
CREATE TABLE contacts.consent (
  account  bigint  NOT NULL,
  id       bigint  GENERATED ALWAYS AS IDENTITY,
  phone    text    COLLATE "C" NOT NULL,
  channel  text    NOT NULL,
  given    boolean NOT NULL,
  at       timestamptz NOT NULL,
  source   text    NOT NULL,
  wording  text    NOT NULL,
  evidence text    NOT NULL,
  noted_by text    NOT NULL,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (account, id)
);
CREATE INDEX consent_phone ON contacts.consent (account, phone, at);

-- Requests to erase people. The phones are there while the work goes on and not a moment longer; what was done stays, without them.
CREATE TABLE contacts.erasure (
  account     bigint NOT NULL,
  id          bigint GENERATED ALWAYS AS IDENTITY,
  phones      text[],
  people      integer NOT NULL,
  stopped     boolean NOT NULL,
  asked_by    text NOT NULL,
  asked_at    timestamptz NOT NULL,
  job         bigint,
  walked_at   timestamptz, -- the first walk is over, the second is due after a rest
  finished_at timestamptz,
  rows        jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (account, id)
);
