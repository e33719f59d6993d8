-- How people have arranged the columns of lists: names in their order, with a minus those that are hidden.
CREATE TABLE accounts.list_columns (
  account bigint NOT NULL,
  person  bigint NOT NULL REFERENCES accounts.person ON DELETE CASCADE,
  list    text   NOT NULL CHECK (length(list) <= 40),
  columns text[] NOT NULL CHECK (cardinality(columns) <= 40),
  PRIMARY KEY (account, person, list)
);
