-- Asked for many gatherings at once and without a time, so in every day of the week: summaries of ranges would be read through once for each number.
DROP INDEX smppserver.joined_gathering;
CREATE INDEX joined_gathering ON smppserver.joined (gathering);
