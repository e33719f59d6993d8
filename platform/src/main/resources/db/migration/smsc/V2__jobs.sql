-- Plans that stand for one mailing of several texts: it has the number of the first of them.
CREATE TABLE smsc.job (
  account bigint NOT NULL,
  mailing bigint NOT NULL,
  plan    bigint NOT NULL,
  PRIMARY KEY (account, plan)
);
