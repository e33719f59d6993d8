-- Texts that accounts wish registered with operators: one row for each operator and class of messages.
CREATE TABLE senders.operator_text (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account      bigint NOT NULL,
  sender       text NOT NULL,
  text         text NOT NULL,
  place        text NOT NULL,
  state        smallint NOT NULL,
  answer       text NOT NULL DEFAULT '',
  requested_at timestamptz NOT NULL,
  requested_by text NOT NULL,
  answered_at  timestamptz
);
CREATE UNIQUE INDEX operator_text_once ON senders.operator_text (account, sender, place, md5(text));
CREATE INDEX operator_text_account ON senders.operator_text (account, id);
