-- Whether a campaign that waits for money goes by itself once there is enough.
ALTER TABLE campaigns.campaign ADD COLUMN when_paid boolean NOT NULL DEFAULT false;
