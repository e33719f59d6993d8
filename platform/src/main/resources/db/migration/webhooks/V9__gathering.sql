-- For how long an event of an endpoint that takes several together waits until so many have gathered; 0: for nothing.
ALTER TABLE webhooks.endpoint ADD COLUMN wait_millis smallint NOT NULL DEFAULT 0;

DROP TRIGGER endpoint_changed ON webhooks.endpoint;
CREATE TRIGGER endpoint_changed
  AFTER INSERT OR DELETE OR UPDATE OF url, form, states, marks, inbound, senders, balance_below, balance_low, batch, wait_millis,
    secret, state ON webhooks.endpoint
  FOR EACH STATEMENT EXECUTE FUNCTION webhooks.count_change();
