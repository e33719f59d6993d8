-- The form on which a draft was begun, and the one that wrote it last with which of its sendings that was.
ALTER TABLE campaigns.campaign
  ADD COLUMN begun_on uuid,
  ADD COLUMN sheet uuid,
  ADD COLUMN sheet_step integer;
CREATE UNIQUE INDEX campaign_begun_on ON campaigns.campaign (account, begun_on) WHERE begun_on IS NOT NULL;
