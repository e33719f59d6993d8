-- How a message is found and told of. Summaries of ranges of pages cost nothing to whoever writes: they are made afterwards,
-- and let a search pass over pages that cannot hold what it looks for.
CREATE INDEX message_recipient ON pipeline.message
  USING brin (recipient text_bloom_ops (n_distinct_per_range = 1000, false_positive_rate = 0.001))
  WITH (pages_per_range = 64);
CREATE INDEX message_reference ON pipeline.message
  USING brin (reference text_bloom_ops (n_distinct_per_range = 1000, false_positive_rate = 0.001))
  WITH (pages_per_range = 64);
CREATE INDEX message_event_message ON pipeline.message_event
  USING brin (message int8_minmax_multi_ops, at) WITH (pages_per_range = 16);

-- Receipts as they came over the wire, for seven days: a table of its own, so that they go by dropping a day.
CREATE TABLE pipeline.receipt (
  at      timestamptz NOT NULL,
  message bigint   NOT NULL,
  route   bigint   NOT NULL,
  part    smallint NOT NULL,
  status  smallint NOT NULL,
  code    text,
  raw     bytea    NOT NULL
) PARTITION BY RANGE (at);
CREATE INDEX receipt_message ON pipeline.receipt
  USING brin (message int8_minmax_multi_ops) WITH (pages_per_range = 16);
-- No receipt may wait for its day's table to be made.
CREATE TABLE pipeline.receipt_other PARTITION OF pipeline.receipt DEFAULT;

ALTER TABLE pipeline.parked_receipt ADD COLUMN raw bytea;

-- Where everything that goes over the wire is kept for a while, because somebody asked for it.
CREATE TABLE pipeline.tracing (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  route      bigint,
  account    bigint,
  until      timestamptz NOT NULL,
  started_at timestamptz NOT NULL,
  started_by text        NOT NULL,
  CHECK ((route IS NULL) <> (account IS NULL))
);

CREATE TABLE pipeline.wire_trace (
  at      timestamptz NOT NULL,
  route   bigint  NOT NULL,
  bind    text    NOT NULL,
  outward boolean NOT NULL,
  message bigint,
  account bigint,
  raw     bytea   NOT NULL
) PARTITION BY RANGE (at);
CREATE INDEX wire_trace_found ON pipeline.wire_trace
  USING brin (message int8_minmax_multi_ops, at) WITH (pages_per_range = 16);
CREATE TABLE pipeline.wire_trace_other PARTITION OF pipeline.wire_trace DEFAULT;

-- What runs under each number of a node, since when.
CREATE TABLE pipeline.node (
  number     smallint PRIMARY KEY,
  holder     text        NOT NULL,
  host       text        NOT NULL,
  version    text        NOT NULL,
  started_at timestamptz NOT NULL
);

-- What a network put off: when, for how long, by which of its codes; for seven days.
CREATE TABLE pipeline.attempt (
  at      timestamptz NOT NULL,
  message bigint   NOT NULL,
  route   bigint   NOT NULL,
  tries   smallint NOT NULL,
  code    text     NOT NULL,
  pause   integer  NOT NULL -- milliseconds
) PARTITION BY RANGE (at);
CREATE INDEX attempt_message ON pipeline.attempt
  USING brin (message int8_minmax_multi_ops) WITH (pages_per_range = 16);
CREATE TABLE pipeline.attempt_other PARTITION OF pipeline.attempt DEFAULT;
