-- Who is to be greeted, or was: once a year by a plan. "run" is what took them. By phone, so that a person is erased at once.
CREATE TABLE plans.greeted (
  account  bigint NOT NULL,
  phone    text COLLATE "C" NOT NULL,
  plan     bigint NOT NULL,
  year     integer NOT NULL,
  due_at   timestamptz NOT NULL,
  run      bigint,
  PRIMARY KEY (account, phone, plan, year)
);

CREATE INDEX greeted_due ON plans.greeted (account, plan, due_at) WHERE run IS NULL;
CREATE INDEX greeted_age ON plans.greeted (due_at);
