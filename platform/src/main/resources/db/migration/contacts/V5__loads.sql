-- Rows of several sheets may have the same number.
ALTER TABLE contacts.refused_row ADD COLUMN sheet integer NOT NULL DEFAULT 0;

ALTER TABLE contacts.refused_row DROP CONSTRAINT refused_row_pkey;

ALTER TABLE contacts.refused_row ADD PRIMARY KEY (account, job, sheet, number);

-- Loads as people look them up later: longer than their jobs are kept. "state" is running until a load is over; "group_name" is the
-- name as it was then.
CREATE TABLE contacts.load (
  account    bigint NOT NULL,
  job        bigint NOT NULL,
  source     text NOT NULL,
  group_id   bigint NOT NULL,
  group_name text NOT NULL,
  state      text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at   timestamptz,
  result     text,
  message    text,
  PRIMARY KEY (account, job)
);

CREATE INDEX load_ended ON contacts.load (ended_at);

-- What the columns of a table were the last time: by a digest of its header, field by column as JSON. "group_id" is set for
-- tables of refused rows: where they belong.
CREATE TABLE contacts.load_header (
  account   bigint NOT NULL,
  signature text NOT NULL,
  columns   text NOT NULL,
  group_id  bigint,
  used_at   timestamptz NOT NULL,
  PRIMARY KEY (account, signature)
);
