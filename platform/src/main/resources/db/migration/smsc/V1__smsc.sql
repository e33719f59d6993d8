-- By which of its ids a program knows which message, for ninety days. The recipient is told apart by a number made of the phone, which
-- is not kept; whoever asks looks at the message itself.
CREATE TABLE smsc.sent (
  at        timestamptz NOT NULL,
  account   bigint      NOT NULL,
  id        text        NOT NULL,
  recipient integer     NOT NULL,
  message   bigint      NOT NULL,
  comment   text
) PARTITION BY RANGE (at);
CREATE INDEX sent_id ON smsc.sent (account, id, recipient);
CREATE TABLE smsc.sent_other PARTITION OF smsc.sent DEFAULT;

-- The numbers that accounts have given to their requests: taken by blocks.
CREATE TABLE smsc.counter (
  account bigint PRIMARY KEY,
  next    bigint NOT NULL
);
