-- Reports that somebody ordered by mail, and how far the one of this time is: whoever brings it has it in hand for a while; a letter
-- that was not taken is owed.
CREATE TABLE reports.ordered (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account    bigint NOT NULL,
  ordered_by text NOT NULL,
  rhythm     smallint NOT NULL,
  hour       smallint NOT NULL,
  csv        boolean NOT NULL,
  attached   boolean NOT NULL,
  emails     text[] NOT NULL,
  next_at    timestamptz NOT NULL,
  held_until timestamptz,
  tries      int NOT NULL DEFAULT 0,
  file       bigint,
  owed       text[] NOT NULL DEFAULT '{}',
  last       text,
  last_at    timestamptz
);
CREATE INDEX ordered_by_account ON reports.ordered (account);
CREATE INDEX ordered_due ON reports.ordered (next_at);
