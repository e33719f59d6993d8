-- Whether the texts of its recipients have been taken out of a finished campaign's frozen audience, long before the recipients
-- themselves: those tell for a month how often somebody was written to, what each of them read is told by the message.
ALTER TABLE campaigns.campaign ADD COLUMN wordless boolean NOT NULL DEFAULT false;
CREATE INDEX campaign_with_words ON campaigns.campaign (id) WHERE NOT wordless AND finished_at IS NOT NULL;
