-- Which run a campaign was made by: looked up as each campaign is confirmed. Nobody looks through the waiting ones any more.
DROP INDEX plans.run_to_be_sent;
CREATE INDEX run_campaign ON plans.run (account, campaign) WHERE campaign IS NOT NULL;
