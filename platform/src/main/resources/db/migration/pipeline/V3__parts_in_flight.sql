-- Each part stands in flight by itself, with the connection that carries it: a doubt is then settled part by part.
ALTER TABLE pipeline.in_flight ADD COLUMN part smallint NOT NULL DEFAULT 1;
ALTER TABLE pipeline.in_flight ADD COLUMN bind smallint NOT NULL DEFAULT 0; -- 0: it was claimed before this column was there
ALTER TABLE pipeline.in_flight DROP CONSTRAINT in_flight_pkey;
ALTER TABLE pipeline.in_flight ADD PRIMARY KEY (message, part);
INSERT INTO pipeline.in_flight (message, part, lane, route, node, tries, recipient, claimed_at, doubt_since, closed)
SELECT f.message, n.part, f.lane, f.route, f.node, f.tries, f.recipient, f.claimed_at, f.doubt_since, f.closed
  FROM pipeline.in_flight f
  JOIN pipeline.message m ON m.id = f.message
 CROSS JOIN LATERAL generate_series(2, m.parts) AS n(part);

-- The ledger transaction that ended the hold of the message's own account.
ALTER TABLE pipeline.message ADD COLUMN settle_tx bigint;

-- user_message_reference of a receipt, where the network sends back the one that the submit carried.
ALTER TABLE pipeline.parked_receipt ADD COLUMN reference integer;

-- Rows come in the order of messages, nearly: ranges of pages find the ids of a message at next to no cost of writing.
CREATE INDEX upstream_message ON pipeline.upstream USING brin (message) WITH (pages_per_range = 16);
