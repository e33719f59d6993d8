-- How many messages an hour may leave of a lane; none where that does not matter.
ALTER TABLE pipeline.lane ADD COLUMN rate integer CHECK (rate > 0);
