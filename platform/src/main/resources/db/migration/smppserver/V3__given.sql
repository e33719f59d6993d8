-- When programs confirmed their receipts, for the page of a message: a table a day, dropped after a week. Found by summaries of ranges
-- of pages: ids of messages and of parts grow in two runs of their own, and lie nearly in the order of time.
CREATE TABLE smppserver.given (
  at        timestamptz NOT NULL,
  system    bigint      NOT NULL,
  receipted bigint      NOT NULL, -- the id that the program was given
  state     smallint    NOT NULL  -- message_state of SMPP 3.4
) PARTITION BY RANGE (at);
CREATE INDEX given_receipted ON smppserver.given USING brin (receipted int8_minmax_multi_ops)
  WITH (pages_per_range = 16, autosummarize = on);
-- What comes before its day is made.
CREATE TABLE smppserver.given_rest PARTITION OF smppserver.given DEFAULT;
