-- When a long message is to leave, as its first part says; none: as soon as it is whole.
ALTER TABLE smppserver.gathering ADD COLUMN send_at timestamptz;
