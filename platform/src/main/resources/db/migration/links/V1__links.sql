-- The key under which numbers are written as codes, sealed by the secret of the installation.
CREATE TABLE links.secret (
  id     smallint PRIMARY KEY CHECK (id = 1),
  sealed text NOT NULL
);

-- Which numbers have been given.
CREATE TABLE links.numbers (
  id   smallint PRIMARY KEY CHECK (id = 1),
  next bigint NOT NULL CHECK (next BETWEEN 0 AND 218340105584896)
);
INSERT INTO links.numbers (id, next) VALUES (1, 0);

-- One link of one campaign: so many numbers, one for each of its recipients. It begins at a multiple of 65,536, so that a number
-- tells where to look. Without an address it leads to the page of unsubscribing.
CREATE TABLE links.block (
  first      bigint PRIMARY KEY CHECK (first % 65536 = 0),
  size       bigint NOT NULL,
  account    bigint NOT NULL,
  campaign   bigint NOT NULL,
  place      smallint NOT NULL,
  target     text,
  warn       boolean NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  UNIQUE (campaign, place)
);

-- Whose the numbers are: the messages of a stretch of a campaign, the first of them at the place "first" of each of its links. No phone
-- is known here; where a person was erased, nothing stands in the place of their message.
CREATE TABLE links.chunk (
  campaign   bigint NOT NULL,
  first      bigint NOT NULL,
  account    bigint NOT NULL,
  messages   bigint[] NOT NULL,
  lowest     bigint NOT NULL,
  highest    bigint NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (campaign, first)
);
CREATE INDEX chunk_of_messages ON links.chunk (account, lowest);
CREATE INDEX chunk_expired ON links.chunk (expires_at);

-- A recipient who followed a link; the device is that of the first click.
CREATE TABLE links.visit (
  block    bigint NOT NULL,
  ordinal  bigint NOT NULL,
  account  bigint NOT NULL,
  message  bigint NOT NULL,
  first_at timestamptz NOT NULL,
  last_at  timestamptz NOT NULL,
  clicks   integer NOT NULL,
  device   smallint NOT NULL,
  PRIMARY KEY (block, ordinal)
) WITH (fillfactor = 90);
CREATE INDEX visit_of_message ON links.visit (message);

-- What came of a link. People are counted under the device of their first click, clicks each under its own.
CREATE TABLE links.tally (
  block  bigint NOT NULL,
  device smallint NOT NULL,
  people bigint NOT NULL,
  clicks bigint NOT NULL,
  PRIMARY KEY (block, device)
) WITH (fillfactor = 50);

-- What the links of an account begin with.
CREATE TABLE links.domain (
  account    bigint PRIMARY KEY,
  address    text NOT NULL,
  host       text UNIQUE,
  warn       boolean NOT NULL,
  changed_at timestamptz NOT NULL
);

-- Where no link may lead, with all that lies below.
CREATE TABLE links.forbidden (
  domain   text PRIMARY KEY,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL
);

-- Changes with whatever is kept in memory.
CREATE TABLE links.version (
  value bigint NOT NULL
);
INSERT INTO links.version (value) VALUES (1);

CREATE FUNCTION links.next_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE links.version SET value = value + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER domain_changed AFTER INSERT OR UPDATE OR DELETE ON links.domain
  FOR EACH STATEMENT EXECUTE FUNCTION links.next_version();
CREATE TRIGGER forbidden_changed AFTER INSERT OR UPDATE OR DELETE ON links.forbidden
  FOR EACH STATEMENT EXECUTE FUNCTION links.next_version();
