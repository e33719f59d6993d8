-- The node that does the request, by its name in the table of leases: while it lives nobody else takes the request up.
ALTER TABLE api.idempotency ADD COLUMN doer text NOT NULL DEFAULT '';
