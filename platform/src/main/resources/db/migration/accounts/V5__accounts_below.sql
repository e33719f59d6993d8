-- What who serves an account notes about it; the account itself never sees it.
ALTER TABLE accounts.account ADD COLUMN note text NOT NULL DEFAULT '' CHECK (length(note) <= 1000);
