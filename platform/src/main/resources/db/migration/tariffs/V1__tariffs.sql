CREATE TABLE tariffs.tariff (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner      bigint NOT NULL,
  name       text NOT NULL COLLATE "ru-RU-x-icu",
  currency   text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX tariff_owner ON tariffs.tariff (owner, name);

-- Append only: a price changes by a newer line for the same direction and traffic type, and messages keep the id of the
-- line that priced them. A direction is a network (25001), a country by its mobile code (250) or everything (*).
CREATE TABLE tariffs.price_line (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tariff     bigint NOT NULL REFERENCES tariffs.tariff,
  direction  text NOT NULL CHECK (direction ~ '^([*]|[0-9]{3}([0-9]{2,3})?)$'),
  label      text NOT NULL DEFAULT '',
  traffic    text NOT NULL,
  price      numeric(19,4) NOT NULL CHECK (price >= 0),
  charge     smallint NOT NULL,
  valid_from timestamptz NOT NULL,
  made_at    timestamptz NOT NULL,
  made_by    text NOT NULL
);
CREATE INDEX price_line_tariff ON tariffs.price_line (tariff, direction, traffic, valid_from DESC, id DESC);
CREATE INDEX price_line_valid_from ON tariffs.price_line (valid_from);

-- What an account pays by; without a row here, by the default of the account that serves it.
CREATE TABLE tariffs.assignment (
  account bigint PRIMARY KEY,
  tariff  bigint NOT NULL REFERENCES tariffs.tariff
);

CREATE TABLE tariffs.default_tariff (
  owner  bigint PRIMARY KEY,
  tariff bigint NOT NULL REFERENCES tariffs.tariff
);

-- Counts the commits that changed any of it, for the snapshots in memory.
CREATE TABLE tariffs.version (
  one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  value   bigint NOT NULL
);
INSERT INTO tariffs.version (value) VALUES (1);

CREATE FUNCTION tariffs.count_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE tariffs.version SET value = value + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER tariff_changed AFTER INSERT OR UPDATE OR DELETE ON tariffs.tariff
  FOR EACH STATEMENT EXECUTE FUNCTION tariffs.count_change();
CREATE TRIGGER price_line_changed AFTER INSERT OR UPDATE OR DELETE ON tariffs.price_line
  FOR EACH STATEMENT EXECUTE FUNCTION tariffs.count_change();
CREATE TRIGGER assignment_changed AFTER INSERT OR UPDATE OR DELETE ON tariffs.assignment
  FOR EACH STATEMENT EXECUTE FUNCTION tariffs.count_change();
CREATE TRIGGER default_tariff_changed AFTER INSERT OR UPDATE OR DELETE ON tariffs.default_tariff
  FOR EACH STATEMENT EXECUTE FUNCTION tariffs.count_change();
