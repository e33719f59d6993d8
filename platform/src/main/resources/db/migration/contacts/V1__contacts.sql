-- One person a phone. Fields are empty by being null. "words" is what a search by words finds: lower-case words, each
-- with the account in front, so that one account's search never walks another's people.
CREATE TABLE contacts.contact (
  account    bigint NOT NULL,
  id         bigint GENERATED ALWAYS AS IDENTITY,
  phone      text COLLATE "C" NOT NULL,
  name       text,
  surname    text,
  patronymic text,
  sex        text,
  birthday   date,
  email      text,
  comment    text,
  words      text NOT NULL,
  country    text NOT NULL,
  mcc_mnc    text NOT NULL,
  operator   text,
  region     text,
  zone       text NOT NULL,
  version    integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (account, id)
);

CREATE UNIQUE INDEX contact_phone ON contacts.contact (account, phone);

CREATE INDEX contact_words ON contacts.contact USING gin (array_to_tsvector(string_to_array(words, ' ')));

-- "name_key" is the name as it is compared: lower case, single spaces. "contacts" is kept as people come and go.
CREATE TABLE contacts.group_ (
  account    bigint NOT NULL,
  id         bigint GENERATED ALWAYS AS IDENTITY,
  name       text NOT NULL,
  name_key   text NOT NULL,
  contacts   bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (account, id),
  UNIQUE (account, name_key)
) WITH (fillfactor = 70);

-- By phone, so that an audience is walked in the index alone. Whose group is gone is nobody's: it is tidied in the background.
CREATE TABLE contacts.membership (
  account  bigint NOT NULL,
  group_id bigint NOT NULL,
  phone    text COLLATE "C" NOT NULL,
  PRIMARY KEY (account, group_id, phone)
);

-- Operators and regions that an account's people had: the choices of its filters.
CREATE TABLE contacts.seen_origin (
  account bigint NOT NULL,
  kind    text NOT NULL,
  code    text NOT NULL,
  name    text NOT NULL,
  PRIMARY KEY (account, kind, code)
);

-- Rows that a load under way has refused; they end in a file, and go with the load.
CREATE TABLE contacts.refused_row (
  account bigint NOT NULL,
  job     bigint NOT NULL,
  number  bigint NOT NULL,
  reason  text NOT NULL,
  cells   text NOT NULL,
  PRIMARY KEY (account, job, number)
);
