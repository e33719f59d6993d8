-- What is said to a group of contacts when something of an account fails or works again: programs name the notice by its number.
CREATE TABLE smsc.event_notice (
  id            bigint GENERATED ALWAYS AS IDENTITY,
  account       bigint NOT NULL,
  name          text NOT NULL,
  contact_group bigint NOT NULL,
  failure       text NOT NULL,
  recovery      text NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  PRIMARY KEY (account, id)
);
