-- The tree: operator, partners, clients, sub-clients. The path runs from the operator down to the account itself.
CREATE TABLE accounts.account (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind      smallint NOT NULL,
  parent    bigint REFERENCES accounts.account,
  path      bigint[] NOT NULL,
  name      text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  currency  char(3) NOT NULL,
  zone      text NOT NULL,
  country   char(2) NOT NULL,
  active    boolean NOT NULL DEFAULT true,
  opened_at timestamptz NOT NULL,
  version   int NOT NULL DEFAULT 1
);
CREATE INDEX account_by_parent ON accounts.account (parent);
CREATE UNIQUE INDEX account_one_operator ON accounts.account (kind) WHERE kind = 1;

-- Changed by every commit that changes an account: whoever keeps them in memory looks here.
CREATE TABLE accounts.account_version (value bigint NOT NULL);
INSERT INTO accounts.account_version VALUES (1);

-- People. The login is kept in lower case. The stamp changes with the password and ends all sessions of the person.
CREATE TABLE accounts.person (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account      bigint NOT NULL REFERENCES accounts.account,
  login        text NOT NULL UNIQUE CHECK (length(login) BETWEEN 3 AND 100 AND login = lower(login)),
  email        text CHECK (length(email) <= 200),
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  role         text NOT NULL,
  password     text NOT NULL,
  stamp        int NOT NULL DEFAULT 1,
  active       boolean NOT NULL DEFAULT true,
  created_at   timestamptz NOT NULL,
  signed_in_at timestamptz,
  version      int NOT NULL DEFAULT 1
);
CREATE INDEX person_by_account ON accounts.person (account, id);
CREATE INDEX person_by_email ON accounts.person (lower(email)) WHERE email IS NOT NULL;

-- One-time links by which people set a password: only the digest of the secret is kept. A link is void when the stamp has moved on.
CREATE TABLE accounts.password_link (
  digest bytea PRIMARY KEY,
  person bigint NOT NULL REFERENCES accounts.person,
  stamp  int NOT NULL,
  until  timestamptz NOT NULL
);
CREATE INDEX password_link_by_end ON accounts.password_link (until);

-- Keys of programs: only the digest of a token is kept, and its last letters to tell keys apart.
CREATE TABLE accounts.api_key (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account    bigint NOT NULL REFERENCES accounts.account,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  role       text NOT NULL,
  digest     bytea NOT NULL UNIQUE,
  ending     text NOT NULL,
  created_at timestamptz NOT NULL,
  used_at    timestamptz,
  revoked_at timestamptz
);
CREATE INDEX api_key_by_account ON accounts.api_key (account, id);

-- Who changed what. Never a secret, a text or a whole phone number.
CREATE TABLE accounts.audit (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz NOT NULL,
  account bigint NOT NULL,
  person  bigint,
  who     text NOT NULL,
  what    text NOT NULL,
  object  text NOT NULL,
  details jsonb NOT NULL
);
CREATE INDEX audit_by_account ON accounts.audit (account, id);

-- What of the demonstration has been filled.
CREATE TABLE accounts.demo_step (step text PRIMARY KEY);

-- Sessions of people, in the shape that Spring Session wants.
CREATE TABLE accounts.session (
  primary_id            char(36) PRIMARY KEY,
  session_id            char(36) NOT NULL UNIQUE,
  creation_time         bigint NOT NULL,
  last_access_time      bigint NOT NULL,
  max_inactive_interval int NOT NULL,
  expiry_time           bigint NOT NULL,
  principal_name        varchar(100)
) WITH (fillfactor = 70);
CREATE INDEX session_by_expiry ON accounts.session (expiry_time);
CREATE INDEX session_by_principal ON accounts.session (principal_name);
CREATE TABLE accounts.session_attributes (
  session_primary_id char(36) NOT NULL REFERENCES accounts.session ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);
