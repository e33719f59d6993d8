-- The networks at which a name may be used, by their codes; none of them named: at all.
ALTER TABLE senders.sender ADD COLUMN operators text[] NOT NULL DEFAULT '{}';
