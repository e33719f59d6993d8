-- Updated with each chunk of its expansion: no index on what changes, room on the page for the next version.
CREATE TABLE campaigns.campaign (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account          bigint NOT NULL,
  author           bigint,
  state            smallint NOT NULL,
  version          int NOT NULL DEFAULT 1,
  name             text NOT NULL,
  sender           text NOT NULL,
  body             text NOT NULL,
  audience_groups  bigint[] NOT NULL,
  audience_phones  text[] NOT NULL,
  validity_seconds int NOT NULL,
  preview          int NOT NULL DEFAULT 0,
  recipients       bigint NOT NULL DEFAULT 0,
  cost             numeric(19,4) NOT NULL DEFAULT 0,
  hold             bigint,
  confirmed_by     bigint,
  confirmed_at     timestamptz,
  valid_until      timestamptz,
  -- The checkpoint of the expansion: every phone up to this one was queued, so many in all.
  through          text NOT NULL DEFAULT '',
  enqueued         bigint NOT NULL DEFAULT 0,
  expanded         boolean NOT NULL DEFAULT false,
  -- Why it stopped by itself; a code for the page.
  trouble          text,
  created_at       timestamptz NOT NULL,
  changed_at       timestamptz NOT NULL,
  finished_at      timestamptz
) WITH (fillfactor = 60);
CREATE INDEX campaign_by_account ON campaigns.campaign (account, id);

-- A frozen audience: what was counted and at which prices. It never changes after it is ready.
CREATE TABLE campaigns.preview (
  campaign         bigint NOT NULL,
  number           int NOT NULL,
  account          bigint NOT NULL,
  sender           text NOT NULL,
  body             text NOT NULL,
  personal         boolean NOT NULL,
  traffic_type     text NOT NULL,
  job              bigint NOT NULL,
  created_at       timestamptz NOT NULL,
  ready_at         timestamptz,
  tally            jsonb,
  PRIMARY KEY (campaign, number)
);

-- Who is in it. A verdict of 0 is sent to; the rest are left out, each for its reason. The text is kept only where each
-- recipient reads their own.
CREATE TABLE campaigns.recipient (
  campaign bigint NOT NULL,
  preview  int NOT NULL,
  phone    text NOT NULL,
  verdict  smallint NOT NULL,
  parts    smallint NOT NULL,
  mcc_mnc  text NOT NULL,
  body     text,
  PRIMARY KEY (campaign, preview, phone)
) PARTITION BY HASH (campaign);
CREATE TABLE campaigns.recipient_0 PARTITION OF campaigns.recipient FOR VALUES WITH (MODULUS 8, REMAINDER 0);
CREATE TABLE campaigns.recipient_1 PARTITION OF campaigns.recipient FOR VALUES WITH (MODULUS 8, REMAINDER 1);
CREATE TABLE campaigns.recipient_2 PARTITION OF campaigns.recipient FOR VALUES WITH (MODULUS 8, REMAINDER 2);
CREATE TABLE campaigns.recipient_3 PARTITION OF campaigns.recipient FOR VALUES WITH (MODULUS 8, REMAINDER 3);
CREATE TABLE campaigns.recipient_4 PARTITION OF campaigns.recipient FOR VALUES WITH (MODULUS 8, REMAINDER 4);
CREATE TABLE campaigns.recipient_5 PARTITION OF campaigns.recipient FOR VALUES WITH (MODULUS 8, REMAINDER 5);
CREATE TABLE campaigns.recipient_6 PARTITION OF campaigns.recipient FOR VALUES WITH (MODULUS 8, REMAINDER 6);
CREATE TABLE campaigns.recipient_7 PARTITION OF campaigns.recipient FOR VALUES WITH (MODULUS 8, REMAINDER 7);

-- How many messages of a campaign stand where, kept from the stream of facts. Charged is what the facts that led into
-- the state debited: its sum over states is what an operator's messages cost.
CREATE TABLE campaigns.counter (
  campaign bigint NOT NULL,
  mcc_mnc  text NOT NULL,
  state    smallint NOT NULL,
  messages bigint NOT NULL,
  parts    bigint NOT NULL,
  price    numeric(19,4) NOT NULL,
  charged  numeric(19,4) NOT NULL,
  PRIMARY KEY (campaign, mcc_mnc, state)
) WITH (fillfactor = 50);

-- How fast it went: messages that came into a state within ten seconds.
CREATE TABLE campaigns.pace (
  campaign bigint NOT NULL,
  at       timestamptz NOT NULL,
  state    smallint NOT NULL,
  messages bigint NOT NULL,
  PRIMARY KEY (campaign, at, state)
) WITH (fillfactor = 50);
