-- What waits for a time is also found by its lane and its message, so that it can be cancelled or changed however much waits: a pause
-- before the next try, or the time for which a message was scheduled.
CREATE INDEX waiting_lane ON pipeline.waiting (lane, message);
