-- Which message a program's submit under a user_message_reference became, for programs that want what they send again under it to be that
-- message. Kept for a day; the digest is of sender, recipient and text.
ALTER TABLE smppserver.system ADD COLUMN once boolean NOT NULL DEFAULT false;
CREATE TABLE smppserver.resubmitted (
  system    bigint      NOT NULL,
  reference integer     NOT NULL,
  digest    bytea       NOT NULL,
  message   bigint      NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (system, reference, digest)
);
CREATE INDEX resubmitted_at ON smppserver.resubmitted (at);
