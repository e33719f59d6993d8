-- The ids under which a request's messages are offered, noted before they are: whoever asks again, after whatever death, offers
-- the same ones, and messages are stored once.
ALTER TABLE api.idempotency ADD COLUMN planned bigint[];
