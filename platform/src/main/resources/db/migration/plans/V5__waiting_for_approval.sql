-- Runs whose campaigns a person may still send: for want of money, or of a second person's yes.
DROP INDEX plans.run_unpaid;
CREATE INDEX run_to_be_sent ON plans.run (changed_at) WHERE state IN (4, 10);
