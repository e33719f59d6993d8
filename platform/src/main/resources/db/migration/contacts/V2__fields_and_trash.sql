-- Fields of people: those that an account made, and what it changed of the built-in ones. A key is "f12" for a field of its own, the
-- word of the code for a built-in one. "gone_at" is set on deletion: the values stay until the trash is emptied, so that it can be
-- undone.
CREATE SEQUENCE contacts.field_number;

CREATE TABLE contacts.field (
  account  bigint NOT NULL,
  key      text NOT NULL,
  name     text,
  kind     text,
  choices  text[] NOT NULL DEFAULT '{}',
  place    integer,
  hidden   boolean NOT NULL DEFAULT false,
  gone_at  timestamptz,
  PRIMARY KEY (account, key)
);

-- Values of an account's own fields by key: a plain decimal, a day as 2026-11-22, a text, yes or no.
ALTER TABLE contacts.contact ADD COLUMN extra jsonb NOT NULL DEFAULT '{}';
