-- Whether the recipients that a finished campaign was sent to have been deleted from its frozen audience: what became of each
-- is told by its message.
ALTER TABLE campaigns.campaign ADD COLUMN spent boolean NOT NULL DEFAULT false;
CREATE INDEX campaign_to_sweep ON campaigns.campaign (id) WHERE NOT spent AND finished_at IS NOT NULL;
