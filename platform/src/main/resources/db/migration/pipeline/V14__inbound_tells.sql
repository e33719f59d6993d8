-- Whom a rule tells of a message beside the usual; empty: nobody. Programs hear of it under this name too, and at this address.
ALTER TABLE pipeline.inbound_rule
  ADD COLUMN name  text NOT NULL DEFAULT '',
  ADD COLUMN url   text NOT NULL DEFAULT '',
  ADD COLUMN email text NOT NULL DEFAULT '';

-- Messages that a letter is still to be written about.
CREATE TABLE pipeline.inbound_letter (
  message bigint NOT NULL PRIMARY KEY,
  rule    bigint NOT NULL
);
