-- A lane of a campaign that keeps to hours is of one of its waves, and closes by itself at the end of the hours of its people.
ALTER TABLE pipeline.lane
  ADD COLUMN wave      smallint NOT NULL DEFAULT 0,
  ADD COLUMN closes_at timestamptz;
ALTER TABLE pipeline.lane DROP CONSTRAINT lane_route_priority_account_campaign_key;
ALTER TABLE pipeline.lane ADD UNIQUE (route, priority, account, campaign, wave);
CREATE INDEX lane_campaign ON pipeline.lane (campaign) WHERE campaign > 0;

-- After a pause: what lies in a lane below an id lives so much longer. Nothing leaves the lane until all of it is prolonged.
CREATE TABLE pipeline.prolonging (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  lane    integer NOT NULL,
  seconds bigint  NOT NULL CHECK (seconds > 0),
  below   bigint  NOT NULL,
  through bigint  NOT NULL DEFAULT 0
) WITH (fillfactor = 50);
CREATE INDEX prolonging_lane ON pipeline.prolonging (lane);
