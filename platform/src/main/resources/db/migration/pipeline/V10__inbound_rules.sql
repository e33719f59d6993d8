-- What an account wants done about messages to its numbers, by the word with which they begin.
CREATE TABLE pipeline.inbound_rule (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account  bigint  NOT NULL,
  number   text    NOT NULL, -- empty: any of the account's
  keyword  text    NOT NULL, -- empty: any other word
  group_id bigint,           -- who wrote is put into this group of contacts
  stop     boolean NOT NULL, -- it means the same as STOP
  sender   text    NOT NULL, -- of the answer
  answer   text    NOT NULL, -- empty: none
  version  integer NOT NULL DEFAULT 1,
  UNIQUE (account, number, keyword)
);

-- The last answer of a rule to a person: one an hour, so that two machines do not talk for ever. An open one is still to be sent,
-- under the id that was chosen when the message came.
CREATE TABLE pipeline.inbound_reply (
  rule    bigint      NOT NULL,
  phone   text        NOT NULL,
  account bigint      NOT NULL,
  message bigint      NOT NULL,
  sender  text        NOT NULL,
  text    text        NOT NULL,
  at      timestamptz NOT NULL,
  open    boolean     NOT NULL,
  PRIMARY KEY (rule, phone)
);
CREATE INDEX inbound_reply_open ON pipeline.inbound_reply (at) WHERE open;
CREATE INDEX inbound_reply_at ON pipeline.inbound_reply (at) WHERE NOT open;
CREATE INDEX inbound_reply_phone ON pipeline.inbound_reply (account, phone);
