-- How many codes went to a number on a day (UTC), whichever account sent them; the number as a keyed digest. Kept for a day.
CREATE TABLE senders.number_count (
  number bytea NOT NULL,
  day    date NOT NULL,
  codes  smallint NOT NULL,
  PRIMARY KEY (day, number)
);
