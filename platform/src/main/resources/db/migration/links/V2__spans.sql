-- Who is forgotten is looked for among the ids of messages: only the stretches that may have one of them are read.
CREATE INDEX chunk_span ON links.chunk USING gist (int8range(lowest, highest, '[]'));
DROP INDEX links.chunk_of_messages;
