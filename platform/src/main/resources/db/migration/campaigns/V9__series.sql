-- Campaigns that follow one another; the series has the id of the first.
CREATE TABLE campaigns.series_part (
  campaign bigint PRIMARY KEY REFERENCES campaigns.campaign ON DELETE CASCADE,
  account  bigint NOT NULL,
  series   bigint NOT NULL
);
CREATE INDEX series_part_series ON campaigns.series_part (account, series, campaign);
