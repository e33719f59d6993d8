CREATE TABLE senders.sender (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account      bigint NOT NULL,
  name         text NOT NULL,
  state        smallint NOT NULL,
  requested_at timestamptz NOT NULL,
  requested_by text NOT NULL,
  answered_at  timestamptz,
  answer       text NOT NULL DEFAULT '',
  UNIQUE (account, name)
);

-- Counts the commits that changed the names, for the snapshots in memory. Writers queue up at this row, so its values
-- become visible in order.
CREATE TABLE senders.version (
  one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  value   bigint NOT NULL
);
INSERT INTO senders.version (value) VALUES (1);

CREATE FUNCTION senders.count_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE senders.version SET value = value + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER sender_changed AFTER INSERT OR UPDATE OR DELETE ON senders.sender
  FOR EACH STATEMENT EXECUTE FUNCTION senders.count_change();
