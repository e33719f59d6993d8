-- Messages by the hour of their acceptance, which their ids tell: whatever becomes of a message moves it within one row, so that the
-- states of a row always come to all of its messages. Updated in place a thousand times: room on the page, no index on what changes.
CREATE TABLE statistics.hourly (
  account          bigint      NOT NULL,
  hour             timestamptz NOT NULL,
  campaign         bigint      NOT NULL, -- 0: of none
  sender           text        NOT NULL,
  mcc_mnc          text        NOT NULL,
  region           text        NOT NULL, -- empty: the numbering plan tells none
  way              smallint    NOT NULL,
  scheduled        integer     NOT NULL,
  moderation       integer     NOT NULL,
  awaiting_payment integer     NOT NULL,
  queued           integer     NOT NULL,
  sending          integer     NOT NULL,
  in_doubt         integer     NOT NULL,
  sent             integer     NOT NULL,
  delivered        integer     NOT NULL,
  read             integer     NOT NULL,
  undelivered      integer     NOT NULL,
  expired          integer     NOT NULL,
  rejected         integer     NOT NULL,
  cancelled        integer     NOT NULL,
  parts            bigint      NOT NULL,
  charged          numeric(19,4) NOT NULL,
  clicked          integer     NOT NULL,
  unsubscribed     integer     NOT NULL,
  PRIMARY KEY (account, hour, campaign, sender, mcc_mnc, region, way)
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);

-- The same by the day of the account's zone: a month of hours is many rows.
CREATE TABLE statistics.daily (
  account          bigint      NOT NULL,
  day              date        NOT NULL,
  campaign         bigint      NOT NULL,
  sender           text        NOT NULL,
  mcc_mnc          text        NOT NULL,
  region           text        NOT NULL,
  way              smallint    NOT NULL,
  scheduled        integer     NOT NULL,
  moderation       integer     NOT NULL,
  awaiting_payment integer     NOT NULL,
  queued           integer     NOT NULL,
  sending          integer     NOT NULL,
  in_doubt         integer     NOT NULL,
  sent             integer     NOT NULL,
  delivered        integer     NOT NULL,
  read             integer     NOT NULL,
  undelivered      integer     NOT NULL,
  expired          integer     NOT NULL,
  rejected         integer     NOT NULL,
  cancelled        integer     NOT NULL,
  parts            bigint      NOT NULL,
  charged          numeric(19,4) NOT NULL,
  clicked          integer     NOT NULL,
  unsubscribed     integer     NOT NULL,
  PRIMARY KEY (account, day, campaign, sender, mcc_mnc, region, way)
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX daily_campaign ON statistics.daily (account, campaign) WHERE campaign <> 0;

-- What happened by the hour in which it happened: deliveries (0) and marks (1 and on), for the heat map and the course of a mailing.
CREATE TABLE statistics.happened (
  account  bigint      NOT NULL,
  hour     timestamptz NOT NULL,
  campaign bigint      NOT NULL,
  kind     smallint    NOT NULL,
  messages integer     NOT NULL,
  PRIMARY KEY (account, hour, campaign, kind)
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX happened_campaign ON statistics.happened (account, campaign, hour) WHERE campaign <> 0;

-- Why messages were not delivered, by the day of their acceptance. The codes are the network's or our own; receipt: it had taken them.
CREATE TABLE statistics.failed (
  account  bigint   NOT NULL,
  day      date     NOT NULL,
  campaign bigint   NOT NULL,
  mcc_mnc  text     NOT NULL,
  code     text     NOT NULL,
  receipt  boolean  NOT NULL,
  messages integer  NOT NULL,
  PRIMARY KEY (account, day, campaign, mcc_mnc, code, receipt)
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX failed_campaign ON statistics.failed (account, campaign) WHERE campaign <> 0;

-- From which id of a message on all is counted. Facts of lower ones are passed over: their messages are still to be added up from rows,
-- the newest first. Above every id: nothing is counted yet.
CREATE TABLE statistics.progress (
  through bigint NOT NULL
);
INSERT INTO statistics.progress (through) VALUES (9007199254740992);
