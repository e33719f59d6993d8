-- When a campaign is sent, as it is written; empty where it leaves as soon as it is confirmed. What runs: the job that expands it,
-- when its next messages are due, since when it stands, whether what is in the queue is held because its hours are over.
ALTER TABLE campaigns.campaign
  ADD COLUMN timing    jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN job       bigint,
  ADD COLUMN next_at   timestamptz,
  ADD COLUMN paused_at timestamptz,
  ADD COLUMN held      boolean NOT NULL DEFAULT false;
ALTER TABLE campaigns.template ADD COLUMN timing jsonb NOT NULL DEFAULT '{}';

-- The people of an audience who live by the same clock, where a campaign does not leave at once, and how far they are queued.
CREATE TABLE campaigns.wave (
  campaign  bigint NOT NULL,
  number    smallint NOT NULL,
  account   bigint NOT NULL,
  country   text NOT NULL,
  zone      text NOT NULL,
  people    bigint NOT NULL,
  starts_at timestamptz NOT NULL,
  deadline  timestamptz,
  next_at   timestamptz NOT NULL,
  through   text NOT NULL DEFAULT '',
  taken     bigint NOT NULL DEFAULT 0,
  complete  boolean NOT NULL DEFAULT false,
  PRIMARY KEY (campaign, number)
) WITH (fillfactor = 50);

-- To which wave somebody belongs; 0 where all are one, and then nothing is written into the index.
ALTER TABLE campaigns.recipient ADD COLUMN wave smallint NOT NULL DEFAULT 0;
CREATE INDEX recipient_wave ON campaigns.recipient (campaign, preview, wave, phone) WHERE wave > 0;
