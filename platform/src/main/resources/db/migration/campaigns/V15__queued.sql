-- Who was written to, and when: how often people are written to counts that, not when somebody confirmed.
ALTER TABLE campaigns.campaign ADD COLUMN queued_at timestamptz;
ALTER TABLE campaigns.campaign ADD COLUMN queued_through text NOT NULL DEFAULT '';
ALTER TABLE campaigns.wave ADD COLUMN queued_through text NOT NULL DEFAULT '';

-- Up to where one was queued that is cancelled is not known any more: giving the money back has moved it on.
UPDATE campaigns.campaign SET queued_at = coalesce(finished_at, confirmed_at), queued_through = through
 WHERE enqueued > 0 AND state <> 6;
UPDATE campaigns.wave w SET queued_through = w.through
  FROM campaigns.campaign c WHERE c.id = w.campaign AND c.enqueued > 0 AND c.state <> 6;
