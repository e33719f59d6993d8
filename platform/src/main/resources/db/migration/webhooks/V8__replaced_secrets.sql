-- The secrets that were replaced: each signs beside the newest until its time is over, or somebody ends it.
CREATE TABLE webhooks.old_secret (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  endpoint bigint      NOT NULL REFERENCES webhooks.endpoint ON DELETE CASCADE,
  account  bigint      NOT NULL,
  secret   text        NOT NULL,                 -- sealed
  until    timestamptz NOT NULL
);
CREATE INDEX old_secret_endpoint ON webhooks.old_secret (endpoint, id);
CREATE INDEX old_secret_account ON webhooks.old_secret (account, id);
INSERT INTO webhooks.old_secret (endpoint, account, secret, until)
SELECT id, account, old_secret, old_until FROM webhooks.endpoint WHERE old_secret IS NOT NULL AND old_until IS NOT NULL;

DROP TRIGGER endpoint_changed ON webhooks.endpoint;
ALTER TABLE webhooks.endpoint DROP COLUMN old_secret, DROP COLUMN old_until;
CREATE TRIGGER endpoint_changed
  AFTER INSERT OR DELETE OR UPDATE OF url, form, states, marks, inbound, senders, balance_below, balance_low, batch, secret, state
  ON webhooks.endpoint
  FOR EACH STATEMENT EXECUTE FUNCTION webhooks.count_change();
CREATE TRIGGER old_secret_changed AFTER INSERT OR DELETE ON webhooks.old_secret
  FOR EACH STATEMENT EXECUTE FUNCTION webhooks.count_change();
