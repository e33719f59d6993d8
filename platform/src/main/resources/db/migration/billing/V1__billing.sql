CREATE SEQUENCE billing.transaction_id;

-- Only accounts that can be refused have a row here; debits do not touch it, for the money was taken at the hold.
CREATE TABLE billing.account_balance (
  account   bigint PRIMARY KEY,
  available numeric(19,4) NOT NULL DEFAULT 0,
  overdraft numeric(19,4) NOT NULL DEFAULT 0 CHECK (overdraft >= 0),
  currency  text NOT NULL
) WITH (fillfactor = 50);

-- Append only. The entries of a transaction (tx) sum to nothing. The writer's xid comes first in the key, because
-- numbers of transactions commit out of order: what is below the oldest running xid is complete.
CREATE TABLE billing.ledger_entry (
  xid       xid8 NOT NULL DEFAULT pg_current_xact_id(),
  tx        bigint NOT NULL,
  seq       smallint NOT NULL,
  account   bigint NOT NULL,
  kind      smallint NOT NULL,
  operation smallint NOT NULL,
  cause     text NOT NULL,
  count     integer NOT NULL,
  amount    numeric(19,4) NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (xid, tx, seq)
);
CREATE INDEX ledger_entry_account ON billing.ledger_entry (account, xid);

-- Sums of the entries below the position, so that held and revenue need not be added up from the beginning.
CREATE TABLE billing.folded (
  one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  upto xid8 NOT NULL,
  at   timestamptz NOT NULL
);
INSERT INTO billing.folded (upto, at) VALUES ('0'::xid8, '2025-01-01T00:00:00Z');

CREATE TABLE billing.entry_snapshot (
  account bigint NOT NULL,
  kind    smallint NOT NULL,
  amount  numeric(19,4) NOT NULL,
  PRIMARY KEY (account, kind)
) WITH (fillfactor = 50);

-- What people see: one row a day, operation and cause, in the account's own days.
CREATE TABLE billing.movement (
  account   bigint NOT NULL,
  day       date NOT NULL,
  cause     text NOT NULL,
  operation smallint NOT NULL,
  count     bigint NOT NULL,
  amount    numeric(19,4) NOT NULL,
  PRIMARY KEY (account, day, cause, operation)
) WITH (fillfactor = 70);

CREATE TABLE billing.top_up (
  tx         bigint PRIMARY KEY,
  account    bigint NOT NULL,
  amount     numeric(19,4) NOT NULL CHECK (amount > 0),
  note       text NOT NULL,
  by_account bigint NOT NULL,
  by_name    text NOT NULL,
  at         timestamptz NOT NULL
);
CREATE INDEX top_up_account ON billing.top_up (account, tx);
