-- What the levels of the tree pay for a part, as it was when messages were priced; few rows, shared by many messages.
CREATE TABLE pipeline.quote (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payers      bigint[]        NOT NULL,
  payees      bigint[]        NOT NULL,
  per_part    numeric(19,4)[] NOT NULL,
  on_sent     boolean[]       NOT NULL,
  lines       bigint[]        NOT NULL,
  own_on_sent boolean         NOT NULL,
  UNIQUE (payers, payees, per_part, on_sent, lines)
);

-- A text that many messages share.
CREATE TABLE pipeline.body (
  id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  campaign bigint NOT NULL,
  hash bytea  NOT NULL,
  text text   NOT NULL,
  UNIQUE (campaign, hash)
);

-- Written at accept, updated at the answer and at the final receipt. No index on what is updated, so that updates stay
-- within their page.
CREATE TABLE pipeline.message (
  id          bigint        NOT NULL,
  account     bigint        NOT NULL,
  user_id     bigint,
  way         smallint      NOT NULL,
  traffic     smallint      NOT NULL,
  campaign    bigint,
  tags        text[],
  sender      text          NOT NULL,
  recipient   text          NOT NULL,
  body        text,
  body_id     bigint,
  parts       smallint      NOT NULL,
  encoding    smallint      NOT NULL,
  mcc_mnc     text          NOT NULL,
  region      text,
  price       numeric(19,4) NOT NULL,
  quote       bigint        NOT NULL,
  hold_tx     bigint        NOT NULL,
  reference   text,
  callback    text,
  registered  smallint,
  valid_until timestamptz   NOT NULL,
  created_at  timestamptz   NOT NULL,
  state       smallint      NOT NULL,
  route       bigint,
  error       text,
  sent_at     timestamptz,
  final_at    timestamptz,
  PRIMARY KEY (id)
) PARTITION BY RANGE (id);
CREATE INDEX message_campaign ON pipeline.message (campaign, id) WHERE campaign IS NOT NULL;
CREATE INDEX message_account ON pipeline.message (account, id);

-- A stream of messages that is scheduled as one: paused, slowed, cancelled here and not row by row.
CREATE TABLE pipeline.lane (
  id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  route    bigint   NOT NULL,
  priority smallint NOT NULL,
  account  bigint   NOT NULL,
  campaign bigint   NOT NULL DEFAULT 0,
  paused   boolean  NOT NULL DEFAULT false,
  cancelled boolean NOT NULL DEFAULT false,
  UNIQUE (route, priority, account, campaign)
);

-- What may leave now; the claim moves the row to in_flight.
CREATE TABLE pipeline.queue (
  lane  integer  NOT NULL,
  id    bigint   NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  PRIMARY KEY (lane, id)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000,
        autovacuum_analyze_scale_factor = 0.2, autovacuum_vacuum_cost_delay = 1);

-- Between the claim and the stored answer; what a dead node leaves here is in doubt.
CREATE TABLE pipeline.in_flight (
  message     bigint      NOT NULL PRIMARY KEY,
  lane        integer     NOT NULL,
  route       bigint      NOT NULL,
  node        smallint    NOT NULL,
  tries       smallint    NOT NULL,
  recipient   text        NOT NULL,
  claimed_at  timestamptz NOT NULL,
  doubt_since timestamptz,
  closed      boolean     NOT NULL DEFAULT false -- its time is over, but a late receipt may still tell the truth
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_cost_delay = 1);
CREATE INDEX in_flight_node ON pipeline.in_flight (node) WHERE doubt_since IS NULL;
CREATE INDEX in_flight_doubt ON pipeline.in_flight (doubt_since) WHERE doubt_since IS NOT NULL AND NOT closed;
CREATE INDEX in_flight_doubt_recipient ON pipeline.in_flight (route, recipient) WHERE doubt_since IS NOT NULL;

-- What waits for a time: a pause before the next try.
CREATE TABLE pipeline.waiting (
  due_at  timestamptz NOT NULL,
  message bigint      NOT NULL,
  lane    integer     NOT NULL,
  tries   smallint    NOT NULL,
  PRIMARY KEY (due_at, message)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000);

-- The networks' ids; they reuse them, so the newest whose recipient fits is meant.
CREATE TABLE pipeline.upstream (
  day         date     NOT NULL,
  route       bigint   NOT NULL,
  upstream_id text     NOT NULL,
  message     bigint   NOT NULL,
  part        smallint NOT NULL,
  parts       smallint NOT NULL,
  recipient   text     NOT NULL
) PARTITION BY RANGE (day);
CREATE INDEX upstream_id ON pipeline.upstream (route, upstream_id);

-- Receipts of the parts of long messages.
CREATE TABLE pipeline.part (
  message bigint   NOT NULL,
  part    smallint NOT NULL,
  status  smallint NOT NULL,
  code    text,
  at      timestamptz NOT NULL,
  PRIMARY KEY (message, part)
);

-- Receipts whose message is not known yet: the answer is still on its way, or was lost.
CREATE TABLE pipeline.parked_receipt (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  route       bigint      NOT NULL,
  upstream_id text        NOT NULL,
  recipient   text,
  status      smallint    NOT NULL,
  code        text,
  at          timestamptz NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  orphan      boolean     NOT NULL DEFAULT false
);
CREATE INDEX parked_receipt_open ON pipeline.parked_receipt (id) WHERE NOT orphan;

CREATE SEQUENCE pipeline.message_event_seq CACHE 64;

-- Facts, append only, read in the order (xid, seq) up to the oldest transaction still running.
CREATE TABLE pipeline.message_event (
  xid        xid8        NOT NULL DEFAULT pg_current_xact_id(),
  seq        bigint      NOT NULL DEFAULT nextval('pipeline.message_event_seq'),
  at         timestamptz NOT NULL,
  message    bigint      NOT NULL,
  account    bigint      NOT NULL,
  campaign   bigint,
  way        smallint    NOT NULL,
  sender     text        NOT NULL,
  mcc_mnc    text        NOT NULL,
  from_state smallint,
  to_state   smallint    NOT NULL,
  error      text,
  parts      smallint    NOT NULL,
  price      numeric(19,4) NOT NULL,
  charged    numeric(19,4) NOT NULL
) PARTITION BY RANGE (at);
CREATE INDEX message_event_order ON pipeline.message_event (xid, seq);

