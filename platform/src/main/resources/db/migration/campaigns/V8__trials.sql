-- Texts that a draft tries on a part of its audience, as JSON; none where there is one text.
ALTER TABLE campaigns.campaign ADD COLUMN trial jsonb;
ALTER TABLE campaigns.template ADD COLUMN trial jsonb;

-- The other texts that were frozen, beside the first, and the part of the audience that they are tried on.
ALTER TABLE campaigns.preview
  ADD COLUMN others text[] NOT NULL DEFAULT '{}',
  ADD COLUMN share  smallint NOT NULL DEFAULT 0;

-- The trial of a started campaign: when all who take part were queued, and the text that the rest gets.
CREATE TABLE campaigns.trial (
  campaign  bigint PRIMARY KEY,
  account   bigint NOT NULL,
  texts     smallint NOT NULL,
  share     smallint NOT NULL,
  since     timestamptz,
  winner    smallint,
  chosen_by text NOT NULL DEFAULT ''
);

-- What came of each text among those who take part, kept from the stream of facts.
CREATE TABLE campaigns.trial_score (
  campaign  bigint NOT NULL,
  place     smallint NOT NULL,
  messages  bigint NOT NULL,
  delivered bigint NOT NULL,
  clicked   bigint NOT NULL,
  PRIMARY KEY (campaign, place)
) WITH (fillfactor = 50);
