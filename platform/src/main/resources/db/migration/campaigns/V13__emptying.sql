-- Up to whom the texts of a campaign that is over are emptied: the next chunk goes on there.
ALTER TABLE campaigns.campaign
  ADD COLUMN wordless_preview integer NOT NULL DEFAULT 0,
  ADD COLUMN wordless_phone text NOT NULL DEFAULT '';
