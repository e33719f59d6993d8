-- How the requests to an endpoint are written (1 by Standard Webhooks, 2 as programs made for SMSC read them), and what it is told of:
-- states (0 none, 1 the last, 2 every), what people write, answers about sender names, a balance below this. balance_low: it has
-- been told, and is not told again until the balance has recovered.
DROP TRIGGER endpoint_changed ON webhooks.endpoint;
ALTER TABLE webhooks.endpoint
  ADD COLUMN form          smallint NOT NULL DEFAULT 1,
  ADD COLUMN states        smallint NOT NULL DEFAULT 1,
  ADD COLUMN inbound       boolean  NOT NULL DEFAULT true,
  ADD COLUMN senders       boolean  NOT NULL DEFAULT false,
  ADD COLUMN balance_below numeric(19,4),
  ADD COLUMN balance_low   boolean  NOT NULL DEFAULT false;
UPDATE webhooks.endpoint SET states = 2 WHERE every;
ALTER TABLE webhooks.endpoint DROP COLUMN every;
CREATE TRIGGER endpoint_changed
  AFTER INSERT OR DELETE OR UPDATE OF url, form, states, marks, inbound, senders, balance_below, balance_low, batch, secret,
    old_secret, old_until, state ON webhooks.endpoint
  FOR EACH STATEMENT EXECUTE FUNCTION webhooks.count_change();

-- type: the name under which it is told, where that does not follow from the state, the mark or the words. data: what has become of the
-- account, as an object of JSON, where that is told; then message only sets it apart. reply: how the last answer began.
ALTER TABLE webhooks.waiting ADD COLUMN type text, ADD COLUMN data text, ADD COLUMN reply text;
ALTER TABLE webhooks.told ADD COLUMN type text, ADD COLUMN data text, ADD COLUMN reply text;
