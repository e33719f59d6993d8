-- How many messages of a campaign recipients did something with: followed a link (1), unsubscribed (3). Kept from the stream of facts.
CREATE TABLE campaigns.mark (
  campaign bigint NOT NULL,
  kind     smallint NOT NULL,
  messages bigint NOT NULL,
  PRIMARY KEY (campaign, kind)
) WITH (fillfactor = 50);
