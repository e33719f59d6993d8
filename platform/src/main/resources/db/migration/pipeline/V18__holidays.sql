-- Whether campaigns of the account begin with not leaving on holidays.
ALTER TABLE pipeline.sending_terms ADD COLUMN not_on_holidays boolean NOT NULL DEFAULT false;
