-- Mailings that come again. "pattern" is the campaign whose message each run copies. What an empty array names narrows nothing. Of a
-- greeting "field" is the date of a person that it is about; its one time stands in "times".
CREATE TABLE plans.plan (
  account      bigint NOT NULL,
  id           bigint GENERATED ALWAYS AS IDENTITY,
  name         text NOT NULL,
  pattern      bigint NOT NULL,
  state        smallint NOT NULL,
  version      integer NOT NULL DEFAULT 1,
  late_hours   integer NOT NULL,
  months       integer[] NOT NULL,
  dates        integer[] NOT NULL,
  weekdays     integer[] NOT NULL,
  every_count  integer NOT NULL,
  every_unit   text NOT NULL,
  times        text[] NOT NULL,
  starts       date NOT NULL,
  ends         date,
  most_runs    integer,
  zone         text NOT NULL,
  on_holiday   text NOT NULL,
  field        text,
  offset_days  integer,
  leap_day     text,
  author       bigint,
  author_name  text NOT NULL,
  next_run_at  timestamptz,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (account, id)
);

CREATE INDEX plan_due ON plans.plan (next_run_at) WHERE state = 1;
CREATE INDEX plan_gone ON plans.plan (changed_at) WHERE state = 4;

-- One row a time that a plan was to run, so that a node that takes it twice makes one campaign. "piece" tells apart the campaigns of one
-- time where its people are too many for one.
CREATE TABLE plans.run (
  account     bigint NOT NULL,
  id          bigint GENERATED ALWAYS AS IDENTITY,
  plan        bigint NOT NULL,
  planned_at  timestamptz NOT NULL,
  piece       integer NOT NULL DEFAULT 0,
  by_hand     boolean NOT NULL DEFAULT false,
  state       smallint NOT NULL,
  campaign    bigint,
  recipients  bigint NOT NULL DEFAULT 0,
  cost        numeric(19,4) NOT NULL DEFAULT 0,
  detail      text NOT NULL DEFAULT '',
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (account, id),
  UNIQUE (account, plan, planned_at, piece)
);

CREATE INDEX run_age ON plans.run (planned_at);

-- Days off that an account added to the production calendar.
CREATE TABLE plans.day_off (
  account  bigint NOT NULL,
  day      date NOT NULL,
  name     text NOT NULL,
  PRIMARY KEY (account, day)
);
