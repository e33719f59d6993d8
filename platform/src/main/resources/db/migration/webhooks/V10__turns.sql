-- Each endpoint's outlets come round by themselves: as many hosts as messages may name hold up nobody else's.
CREATE INDEX waiting_turn ON webhooks.waiting (endpoint, outlet, due_at, id);
DROP INDEX webhooks.waiting_due;
