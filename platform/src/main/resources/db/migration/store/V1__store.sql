-- Who of several nodes does a thing; compared with this server's clock only.
CREATE TABLE store.lease (
  name   text PRIMARY KEY,
  holder text NOT NULL,
  until  timestamptz NOT NULL
);

-- How far each subscriber of a stream of facts has come.
CREATE TABLE store.fact_cursor (
  stream     text NOT NULL,
  subscriber text NOT NULL,
  xid        bigint NOT NULL DEFAULT 0,
  seq        bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (stream, subscriber)
) WITH (fillfactor = 50);
