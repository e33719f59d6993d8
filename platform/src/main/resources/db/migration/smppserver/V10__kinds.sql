-- What the message was, where its bill is carried: a flash (1), octets (2); none for a text.
ALTER TABLE smppserver.mailbox ADD COLUMN kind smallint;
