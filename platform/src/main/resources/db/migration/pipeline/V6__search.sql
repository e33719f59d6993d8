-- A range of 64 pages may hold two thousand messages: with room for fewer, its summary says "perhaps" too often.
DROP INDEX pipeline.message_recipient;
DROP INDEX pipeline.message_reference;
CREATE INDEX message_recipient ON pipeline.message
  USING brin (recipient text_bloom_ops (n_distinct_per_range = 2000, false_positive_rate = 0.001))
  WITH (pages_per_range = 64);
CREATE INDEX message_reference ON pipeline.message
  USING brin (reference text_bloom_ops (n_distinct_per_range = 2000, false_positive_rate = 0.001))
  WITH (pages_per_range = 64);
