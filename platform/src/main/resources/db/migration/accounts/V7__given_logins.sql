-- Whether the present login and password are those that whoever serves the account gave: only such may they change.
ALTER TABLE accounts.api_access
  ADD COLUMN given boolean NOT NULL DEFAULT false,
  ADD CHECK (login IS NOT NULL OR NOT given);
