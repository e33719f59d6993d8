-- What was done to the same group in the step before, and is undone with this one; 0 where this was the first.
ALTER TABLE contacts.regrouping ADD COLUMN before bigint NOT NULL DEFAULT 0;
