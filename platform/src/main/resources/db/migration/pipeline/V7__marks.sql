-- What recipients did with messages: followed a link (1), unsubscribed (3). Each once a message, with a fact of its own.
CREATE TABLE pipeline.message_mark (
  message bigint   NOT NULL,
  kind    smallint NOT NULL,
  at      timestamptz NOT NULL,
  PRIMARY KEY (message, kind)
);
ALTER TABLE pipeline.message_event ADD COLUMN mark smallint;
