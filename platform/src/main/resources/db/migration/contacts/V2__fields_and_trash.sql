-- Fields of people: those that an account made, and what it changed of the built-in ones. A key is "f12" for a field of its own, the
-- word of the code for a built-in one. "gone_at" is set on deletion: the values stay until the trash is emptied, so that it can be
-- undone; then they are removed person by person, and "stripped_to" is how far that has come.
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
  stripped_to bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (account, key)
);

-- Values of an account's own fields by key: a plain decimal, a day as 2026-11-22, a text, yes or no.
ALTER TABLE contacts.contact ADD COLUMN extra jsonb NOT NULL DEFAULT '{}';

-- The fields that a group shows of its people, where it has a set of its own; with a name where it calls one otherwise.
CREATE TABLE contacts.group_field (
  account  bigint NOT NULL,
  group_id bigint NOT NULL,
  key      text NOT NULL,
  name     text,
  PRIMARY KEY (account, group_id, key)
);

-- Deleted people stand apart from the living, so that no query about those needs a condition. What one person deleted at once has one
-- number. "groups" are those that the contact was in.
CREATE SEQUENCE contacts.deletion;

CREATE TABLE contacts.trashed_contact (
  account    bigint NOT NULL,
  place      bigint GENERATED ALWAYS AS IDENTITY,
  deletion   bigint NOT NULL,
  deleted_at timestamptz NOT NULL,
  deleted_by text NOT NULL,
  groups     bigint[] NOT NULL,
  id         bigint NOT NULL,
  phone      text COLLATE "C" NOT NULL,
  name       text,
  surname    text,
  patronymic text,
  sex        text,
  birthday   date,
  email      text,
  comment    text,
  extra      jsonb NOT NULL,
  words      text NOT NULL,
  country    text NOT NULL,
  mcc_mnc    text NOT NULL,
  operator   text,
  region     text,
  zone       text NOT NULL,
  version    integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (account, place)
);

CREATE INDEX trashed_contact_deletion ON contacts.trashed_contact (account, deletion, place);
CREATE INDEX trashed_contact_words ON contacts.trashed_contact USING gin (array_to_tsvector(string_to_array(words, ' ')));
CREATE INDEX trashed_contact_age ON contacts.trashed_contact (deleted_at);

-- A deleted group; its memberships stay where they are, seen by nobody, and go when it is purged.
CREATE TABLE contacts.trashed_group (
  account    bigint NOT NULL,
  id         bigint NOT NULL,
  deletion   bigint NOT NULL,
  deleted_at timestamptz NOT NULL,
  deleted_by text NOT NULL,
  name       text NOT NULL,
  contacts   bigint NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (account, id)
);

CREATE INDEX trashed_group_age ON contacts.trashed_group (deleted_at);

-- What was just done to the groups of people who were chosen, as long as it can be undone: who came into one, who left another.
CREATE TABLE contacts.regrouping (
  account      bigint NOT NULL,
  id           bigint GENERATED ALWAYS AS IDENTITY,
  made_at      timestamptz NOT NULL,
  joined_group bigint,
  joined       text[] COLLATE "C" NOT NULL,
  left_group   bigint,
  left_by      text[] COLLATE "C" NOT NULL,
  PRIMARY KEY (account, id)
);
