-- What was written of a load in transactions beside that of its step, until the step has counted it: half of a chunk each.
CREATE TABLE contacts.load_piece (
  account   bigint NOT NULL,
  job       bigint NOT NULL,
  number    bigint NOT NULL,
  added     bigint NOT NULL DEFAULT 0,
  updated   bigint NOT NULL DEFAULT 0,
  unchanged bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (account, job, number)
);
