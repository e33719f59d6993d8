-- A page of numbers that single messages of an account share stands as a block of a number no campaign has: each of its numbers leads
-- where is said here. Without an address it leads to the page of unsubscribing.
CREATE TABLE links.single (
  block   bigint NOT NULL,
  ordinal bigint NOT NULL,
  account bigint NOT NULL,
  message bigint NOT NULL,
  target  text,
  PRIMARY KEY (block, ordinal)
);
CREATE INDEX single_of_message ON links.single (account, message);
CREATE INDEX block_shared ON links.block (account, first) WHERE campaign >= 4611686018427387904;
