-- What a key may do, besides what its role says. No scopes: all rights of the role; no addresses: from anywhere. The limits are messages a
-- minute, hour, day, week and month; 0 is none. The token before the present one works until older_until.
ALTER TABLE accounts.api_key
  ADD COLUMN scopes       text[] NOT NULL DEFAULT '{}' CHECK (cardinality(scopes) <= 100),
  ADD COLUMN addresses    text[] NOT NULL DEFAULT '{}' CHECK (cardinality(addresses) <= 50),
  ADD COLUMN last_day     date,
  ADD COLUMN hours_from   time,
  ADD COLUMN hours_to     time CHECK ((hours_to IS NULL) = (hours_from IS NULL) AND hours_to <> hours_from),
  ADD COLUMN instant      boolean NOT NULL DEFAULT false,
  ADD COLUMN limits       bigint[] NOT NULL DEFAULT '{0,0,0,0,0}' CHECK (cardinality(limits) = 5),
  ADD COLUMN older_digest bytea UNIQUE,
  ADD COLUMN older_until  timestamptz,
  ADD COLUMN version      int NOT NULL DEFAULT 1;

-- Messages that were offered with a key in the present span of each kind: 0 minute, 1 hour, 2 day, 3 week, 4 month.
CREATE TABLE accounts.key_count (
  key      bigint NOT NULL REFERENCES accounts.api_key ON DELETE CASCADE,
  span     smallint NOT NULL,
  since    timestamptz NOT NULL,
  messages bigint NOT NULL,
  PRIMARY KEY (key, span)
) WITH (fillfactor = 60);

-- How programs get into an account: at all, and by the login of its API. Of the password only keyed digests are kept: of itself, of its MD5
-- and of its SHA-1, 32 octets each.
CREATE TABLE accounts.api_access (
  account     bigint PRIMARY KEY REFERENCES accounts.account,
  is_on       boolean NOT NULL DEFAULT true,
  login       text UNIQUE CHECK (length(login) BETWEEN 3 AND 50 AND login = lower(login)),
  digests     bytea CHECK (length(digests) = 96 AND login IS NOT NULL),
  older       bytea CHECK (length(older) = 96),
  older_until timestamptz,
  addresses   text[] NOT NULL DEFAULT '{}' CHECK (cardinality(addresses) <= 50),
  changed_at  timestamptz,
  version     int NOT NULL DEFAULT 1
);

-- Changed by every commit that changes one: whoever keeps them in memory looks here.
CREATE TABLE accounts.api_access_version (value bigint NOT NULL);
INSERT INTO accounts.api_access_version VALUES (1);
