-- Who may bind. A system id is never given out twice: receipts of its messages may still be on their way. Of the password only a
-- digest by the key of this installation is kept.
CREATE TABLE smppserver.system (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account    bigint      NOT NULL,
  system_id  text        NOT NULL UNIQUE CHECK (length(system_id) BETWEEN 3 AND 15),
  digest     bytea       NOT NULL,
  transmits  boolean     NOT NULL,
  receives   boolean     NOT NULL,
  binds      smallint    NOT NULL CHECK (binds BETWEEN 1 AND 100),
  send_window integer    NOT NULL CHECK (send_window BETWEEN 1 AND 5000),
  tps        integer     NOT NULL CHECK (tps BETWEEN 0 AND 100000), -- 0: as fast as it goes
  alphabet   text        NOT NULL,
  traffic    smallint    NOT NULL,
  addresses  text[]      NOT NULL, -- none: from anywhere
  active     boolean     NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  created_by text        NOT NULL,
  revoked_at timestamptz,
  version    integer     NOT NULL DEFAULT 1
);
CREATE INDEX system_by_account ON smppserver.system (account, id);

-- Counts the commits that changed the table, for the snapshots in memory. Writers queue up at this row, so its values become
-- visible in order.
CREATE TABLE smppserver.version (
  one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  value   bigint NOT NULL
);
INSERT INTO smppserver.version (value) VALUES (1);

CREATE FUNCTION smppserver.count_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE smppserver.version SET value = value + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER system_changed AFTER INSERT OR UPDATE OR DELETE ON smppserver.system
  FOR EACH STATEMENT EXECUTE FUNCTION smppserver.count_change();

-- Receipts that their program has not confirmed yet, in the order of the facts: whoever adds some takes a block of ids and keeps others
-- from it until the commit, so ids become visible in order. Rows come and go by the thousand.
CREATE SEQUENCE smppserver.letter_block INCREMENT BY 100000;
CREATE TABLE smppserver.mailbox (
  system       bigint      NOT NULL,
  id           bigint      NOT NULL,
  receipted    bigint      NOT NULL, -- the id that the program was given
  state        smallint    NOT NULL, -- message_state of SMPP 3.4
  error        text,
  sender       text        NOT NULL,
  recipient    text        NOT NULL,
  submitted_at timestamptz NOT NULL,
  done_at      timestamptz NOT NULL,
  PRIMARY KEY (system, id)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_cost_delay = 1);

-- Which node delivers a mailbox: the one that holds it, for as long as that node is alive.
CREATE TABLE smppserver.node (
  holder text PRIMARY KEY,
  until  timestamptz NOT NULL
);
CREATE TABLE smppserver.delivery (
  system bigint PRIMARY KEY,
  holder text NOT NULL
);
