-- What somebody wrote to a number of the account; none for a receipt. Then recipient is who wrote, and sender the number.
ALTER TABLE smppserver.mailbox ADD COLUMN said text;
