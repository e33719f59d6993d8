-- Which message the parts of a long one became: programs know it by the ids of its parts. A table a day, dropped after a week; found by
-- summaries of ranges of pages, since numbers of gatherings lie nearly in the order of time.
CREATE TABLE smppserver.joined (
  at        timestamptz NOT NULL,
  gathering bigint      NOT NULL,
  message   bigint      NOT NULL
) PARTITION BY RANGE (at);
CREATE INDEX joined_gathering ON smppserver.joined USING brin (gathering int8_minmax_multi_ops)
  WITH (pages_per_range = 16, autosummarize = on);
-- What comes before its day is made.
CREATE TABLE smppserver.joined_rest PARTITION OF smppserver.joined DEFAULT;

-- Whether receipts tell a program what its message cost, in how many parts it went and into which network; for those that want it the
-- letters carry it.
ALTER TABLE smppserver.system ADD COLUMN costs boolean NOT NULL DEFAULT false;
ALTER TABLE smppserver.mailbox
  ADD COLUMN cost    numeric(19,4),
  ADD COLUMN parts   smallint,
  ADD COLUMN mcc_mnc text;
