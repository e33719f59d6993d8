-- Whether an endpoint is told besides what recipients did with messages: followed a link (1), unsubscribed (3).
ALTER TABLE webhooks.endpoint ADD COLUMN marks boolean NOT NULL DEFAULT false;
ALTER TABLE webhooks.waiting ADD COLUMN mark smallint;
ALTER TABLE webhooks.told ADD COLUMN mark smallint;

DROP TRIGGER endpoint_changed ON webhooks.endpoint;
CREATE TRIGGER endpoint_changed
  AFTER INSERT OR DELETE OR UPDATE OF url, every, marks, batch, secret, old_secret, old_until, state ON webhooks.endpoint
  FOR EACH STATEMENT EXECUTE FUNCTION webhooks.count_change();
