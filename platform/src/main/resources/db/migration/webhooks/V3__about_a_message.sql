-- What one message was told of, for its page. Messages end nearly in the order of their ids, so a summary of ranges of pages finds
-- them, and costs nothing until a range is full.
CREATE INDEX told_message ON webhooks.told USING brin (message) WITH (pages_per_range = 16, autosummarize = on);
