-- How an account sends where nothing else is said. Accounts without a row go by the nearest above whose row says "below".
CREATE TABLE pipeline.sending_terms (
  account       bigint   PRIMARY KEY,
  version       integer  NOT NULL DEFAULT 1,
  below         boolean  NOT NULL,
  hours_from    time,
  hours_to      time,
  days          smallint[],              -- Monday is 1; none where messages of programs may leave at any time
  refuses       boolean  NOT NULL,       -- what programs offer outside of the hours; else it waits
  transactional boolean  NOT NULL,       -- whether the hours hold for transactional messages too
  home_only     boolean  NOT NULL,
  sender        text,
  validity      integer  NOT NULL CHECK (validity BETWEEN 60 AND 4320), -- minutes
  short_links   boolean  NOT NULL,
  CHECK ((hours_from IS NULL) = (days IS NULL) AND (hours_to IS NULL) = (days IS NULL) AND cardinality(days) > 0)
);

-- Counts the commits that changed it, for the snapshots in memory. Writers queue up at this row, so its values become visible
-- in order.
CREATE TABLE pipeline.sending_version (
  one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  value   bigint NOT NULL
);
INSERT INTO pipeline.sending_version (value) VALUES (1);

CREATE FUNCTION pipeline.count_sending_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE pipeline.sending_version SET value = value + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER sending_terms_changed AFTER INSERT OR UPDATE OR DELETE ON pipeline.sending_terms
  FOR EACH STATEMENT EXECUTE FUNCTION pipeline.count_sending_change();
