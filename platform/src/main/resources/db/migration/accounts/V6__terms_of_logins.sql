-- When the login of an account's API may send, and how much: as with keys.
ALTER TABLE accounts.api_access
  ADD COLUMN hours_from time,
  ADD COLUMN hours_to   time CHECK ((hours_to IS NULL) = (hours_from IS NULL) AND hours_to <> hours_from),
  ADD COLUMN instant    boolean NOT NULL DEFAULT false,
  ADD COLUMN limits     bigint[] NOT NULL DEFAULT '{0,0,0,0,0}' CHECK (cardinality(limits) = 5);

-- What a login sent is counted beside what keys sent, under the account's number less than 0.
ALTER TABLE accounts.key_count DROP CONSTRAINT key_count_key_fkey;
