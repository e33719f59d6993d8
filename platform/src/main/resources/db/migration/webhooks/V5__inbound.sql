-- What somebody wrote, and the word by which it was told apart, where that is told: then sender is the number that they wrote to and
-- recipient is who wrote.
ALTER TABLE webhooks.waiting ADD COLUMN said text, ADD COLUMN keyword text;
ALTER TABLE webhooks.told ADD COLUMN said text, ADD COLUMN keyword text;
