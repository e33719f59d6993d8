-- The endpoint that whoever serves an account made for it here, as they left it.
CREATE TABLE smsc.served_endpoint (
  account  bigint PRIMARY KEY,
  endpoint bigint NOT NULL,
  version  integer NOT NULL
);
