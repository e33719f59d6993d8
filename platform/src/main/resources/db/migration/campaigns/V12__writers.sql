-- All who have written a campaign or changed it, none of whom is the one to say yes to it; 0 for any program.
ALTER TABLE campaigns.campaign ADD COLUMN writers bigint[] NOT NULL DEFAULT '{0}';
UPDATE campaigns.campaign SET writers =
  CASE WHEN author IS DISTINCT FROM changed_by THEN ARRAY[coalesce(author, 0), coalesce(changed_by, 0)] ELSE ARRAY[coalesce(author, 0)] END;
ALTER TABLE campaigns.campaign DROP COLUMN changed_by;
