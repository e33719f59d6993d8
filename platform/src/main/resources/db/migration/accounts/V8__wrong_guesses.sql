-- How often something secret was guessed wrong lately, on all nodes. Whose guesses they are is kept as a digest only.
CREATE TABLE accounts.wrong_guess (
  digest bytea       PRIMARY KEY CHECK (length(digest) = 32),
  most   integer     NOT NULL,
  times  integer     NOT NULL,
  until  timestamptz NOT NULL
);
