-- One row a piece of long work. "run" counts its takings: who works with an older number has lost the job and writes nothing.
CREATE TABLE jobs.job (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account     bigint NOT NULL,
  kind        text NOT NULL,
  language    text NOT NULL,
  input       text NOT NULL,
  state       smallint NOT NULL,
  checkpoint  text,
  done        bigint NOT NULL DEFAULT 0,
  total       bigint NOT NULL DEFAULT 0,
  result      text,
  message     text,
  cancelled   boolean NOT NULL DEFAULT false,
  tries       integer NOT NULL DEFAULT 0,
  run         bigint NOT NULL DEFAULT 0,
  owner       text,
  lease_until timestamptz,
  turn        timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_at  timestamptz NOT NULL,
  finished_at timestamptz
) WITH (fillfactor = 70);

-- The queue: jobs that are not over, whose turn is earliest first.
CREATE INDEX job_turn ON jobs.job (turn) WHERE state IN (1, 2);
