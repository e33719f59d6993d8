-- Money that was taken back stands here too, below nothing.
ALTER TABLE billing.top_up
  DROP CONSTRAINT top_up_amount_check,
  ADD CONSTRAINT top_up_amount CHECK (amount <> 0);
