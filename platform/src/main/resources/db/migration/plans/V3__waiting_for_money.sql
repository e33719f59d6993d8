-- Runs that nobody could pay for are looked at again: a person may have sent them since.
CREATE INDEX run_unpaid ON plans.run (changed_at) WHERE state = 4;
