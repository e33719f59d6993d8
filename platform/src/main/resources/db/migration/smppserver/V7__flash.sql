-- Whether a long message is to be shown at once and not kept, as its first part says.
ALTER TABLE smppserver.gathering ADD COLUMN flash boolean NOT NULL DEFAULT false;
