-- Whom an account wants told of its messages.
CREATE TABLE webhooks.endpoint (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account         bigint      NOT NULL,
  url             text,                          -- none: for the addresses that messages bring with them
  every           boolean     NOT NULL,          -- each state, or only the last one
  batch           smallint    NOT NULL DEFAULT 1,
  secret          text        NOT NULL,          -- sealed
  old_secret      text,                          -- sealed; signs beside the other until old_until
  old_until       timestamptz,
  state           smallint    NOT NULL,
  created_at      timestamptz NOT NULL,
  created_by      text        NOT NULL,
  failing_since   timestamptz,
  last_failure_at timestamptz,
  last_failure    text,
  version         integer     NOT NULL DEFAULT 1
);
CREATE INDEX endpoint_account ON webhooks.endpoint (account, id);
CREATE UNIQUE INDEX endpoint_of_messages ON webhooks.endpoint (account) WHERE url IS NULL;

-- Counts the commits that changed whom to tell and how, for the snapshots in memory. Writers queue up at this row, so
-- its values become visible in order.
CREATE TABLE webhooks.version (
  one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  value   bigint NOT NULL
);
INSERT INTO webhooks.version (value) VALUES (1);

CREATE FUNCTION webhooks.count_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE webhooks.version SET value = value + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER endpoint_changed
  AFTER INSERT OR DELETE OR UPDATE OF url, every, batch, secret, old_secret, old_until, state ON webhooks.endpoint
  FOR EACH STATEMENT EXECUTE FUNCTION webhooks.count_change();

CREATE SEQUENCE webhooks.callback_id CACHE 100;

-- Callbacks that nobody has confirmed yet. Few in good times: what is confirmed at once never comes here.
CREATE TABLE webhooks.waiting (
  id            bigint        NOT NULL PRIMARY KEY,
  outlet        text          NOT NULL,          -- what fails together: an endpoint, or a host of an account
  endpoint      bigint        NOT NULL,
  account       bigint        NOT NULL,
  url           text          NOT NULL,
  message       bigint        NOT NULL,
  campaign      bigint,
  sender        text          NOT NULL,
  recipient     text          NOT NULL,
  reference     text,
  state         smallint      NOT NULL,
  error         text,
  parts         smallint      NOT NULL,
  price         numeric(19,4) NOT NULL,
  at            timestamptz   NOT NULL,
  created_at    timestamptz   NOT NULL,
  due_at        timestamptz   NOT NULL,
  claimed_until timestamptz,                     -- by this server's clock: some node is at it
  tries         smallint      NOT NULL,
  answer        smallint,                        -- of the last try
  failure       text
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_cost_delay = 1);
CREATE INDEX waiting_due ON webhooks.waiting (outlet, due_at, id);
CREATE INDEX waiting_order ON webhooks.waiting (endpoint, message, id);
CREATE INDEX waiting_account ON webhooks.waiting (account, id);

-- The journal: how each callback ended. Written once, dropped by days.
CREATE TABLE webhooks.told (
  id         bigint        NOT NULL DEFAULT nextval('webhooks.callback_id'),
  day        date          NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC')::date,
  endpoint   bigint        NOT NULL,
  account    bigint        NOT NULL,
  url        text          NOT NULL,
  message    bigint        NOT NULL,
  campaign   bigint,
  sender     text          NOT NULL,
  recipient  text          NOT NULL,
  reference  text,
  state      smallint      NOT NULL,
  error      text,
  parts      smallint      NOT NULL,
  price      numeric(19,4) NOT NULL,
  at         timestamptz   NOT NULL,
  ended_at   timestamptz   NOT NULL,
  ending     smallint      NOT NULL,
  tries      smallint      NOT NULL,
  answer     smallint,
  millis     integer,
  failure    text
) PARTITION BY RANGE (day);
CREATE INDEX told_account ON webhooks.told (account, id);
