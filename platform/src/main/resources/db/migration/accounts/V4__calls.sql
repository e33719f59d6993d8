-- An account may settle the switch and have no password.
ALTER TABLE accounts.api_access
  DROP CONSTRAINT api_access_check,
  ADD CONSTRAINT api_access_password CHECK (digests IS NULL OR (length(digests) = 96 AND login IS NOT NULL));

-- The journal of calls: a ring of the last 10,000 of each account. The head knows the number of the newest and how many were not noted.
CREATE TABLE accounts.call_head (
  account bigint PRIMARY KEY,
  last    bigint NOT NULL,
  lost    bigint NOT NULL,
  lost_at timestamptz
) WITH (fillfactor = 60);
CREATE TABLE accounts.call (
  account bigint NOT NULL,
  slot    int NOT NULL,
  number  bigint NOT NULL,
  at      timestamptz NOT NULL,
  key     bigint,
  name    text NOT NULL,
  method  text NOT NULL,
  route   text NOT NULL,
  status  int NOT NULL,
  millis  int NOT NULL,
  address text NOT NULL,
  request text NOT NULL,
  PRIMARY KEY (account, slot)
) WITH (fillfactor = 80);
