-- The numbers that programs gave to groups of contacts, for G<number>.
CREATE TABLE smsc.group_number (
  account       bigint NOT NULL,
  number        bigint NOT NULL,
  contact_group bigint NOT NULL,
  PRIMARY KEY (account, number),
  UNIQUE (account, contact_group) DEFERRABLE INITIALLY DEFERRED
);
