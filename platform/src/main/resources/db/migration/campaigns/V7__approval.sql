-- Above what an account's campaigns need a second person's yes: more recipients than this, or more money. No row, no need.
CREATE TABLE campaigns.approval_rule (
  account    bigint PRIMARY KEY,
  recipients bigint,
  cost       numeric(19,4)
);

-- Who asked for a yes to which preview of a campaign, what the campaign said then, and what was answered. Typed numbers are counted,
-- not kept: they are people's.
CREATE TABLE campaigns.approval (
  campaign         bigint NOT NULL REFERENCES campaigns.campaign ON DELETE CASCADE,
  preview          int NOT NULL,
  account          bigint NOT NULL,
  asked_by         bigint,
  asked_name       text NOT NULL,
  asked_at         timestamptz NOT NULL,
  recipients       bigint NOT NULL,
  cost             numeric(19,4) NOT NULL,
  sender           text NOT NULL,
  body             text NOT NULL,
  groups           bigint[] NOT NULL,
  minus            bigint[] NOT NULL,
  typed            int NOT NULL,
  validity_seconds int NOT NULL,
  timing           jsonb NOT NULL,
  tags             text[] NOT NULL,
  said_yes         boolean,
  decided_by       bigint,
  decided_name     text,
  decided_at       timestamptz,
  comment          text NOT NULL DEFAULT '',
  PRIMARY KEY (campaign, preview)
);

-- The person who wrote a campaign as it is, who is not the one to say yes to it; none where a program did.
ALTER TABLE campaigns.campaign ADD COLUMN changed_by bigint;
UPDATE campaigns.campaign SET changed_by = author;
