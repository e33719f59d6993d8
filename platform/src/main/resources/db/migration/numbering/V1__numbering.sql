-- What was asked to be loaded, whether it came into force or not. "state": 1 under way, 2 in force at its end, 3 refused, 4 stopped.
CREATE TABLE numbering.load (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ported   boolean NOT NULL,
  source   text NOT NULL,
  url      text,
  file     bigint,
  forced   boolean NOT NULL,
  who      text NOT NULL,
  job      bigint,
  state    smallint NOT NULL DEFAULT 1,
  reason   text,
  result   text,
  begun_at timestamptz NOT NULL,
  ended_at timestamptz
);

-- Ranges of Russian numbers, both ends included, by the load that brought them. "part" is the first digit of their codes: the
-- register comes in a file for each. "region" is a key of the table of regions that ships; none where the register's is not in it.
CREATE TABLE numbering.plan_range (
  load    bigint NOT NULL,
  first   bigint NOT NULL,
  last    bigint NOT NULL,
  part    smallint NOT NULL,
  network text NOT NULL,
  region  text,
  PRIMARY KEY (load, first)
);

-- Ported numbers by the load that brought them, ten thousand a row; the two arrays go side by side.
CREATE TABLE numbering.ported (
  load     bigint NOT NULL,
  piece    integer NOT NULL,
  numbers  bigint[] NOT NULL,
  networks text[] NOT NULL,
  PRIMARY KEY (load, piece)
);

-- What is in force: for each part of the register, and for the ported numbers as part 0, the load it is from.
CREATE TABLE numbering.part (
  part    smallint PRIMARY KEY,
  load    bigint NOT NULL,
  ranges  bigint NOT NULL,
  numbers bigint NOT NULL,
  since   timestamptz NOT NULL
);

-- Operators that loads have brought and that the table that ships does not know.
CREATE TABLE numbering.network (
  code text PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE numbering.version (value bigint NOT NULL);
INSERT INTO numbering.version VALUES (0);
