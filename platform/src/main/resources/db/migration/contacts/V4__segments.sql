-- A segment is a group that nobody fills: "filter" says who is in it. Its "contacts" is what was counted at "counted_at".
ALTER TABLE contacts.group_ ADD COLUMN filter jsonb;
ALTER TABLE contacts.group_ ADD COLUMN counted_at timestamptz;

-- What came of messages to people, told by the path of messages in batches, and only when something changes. Who is not here was
-- never written to since being a contact.
CREATE TABLE contacts.activity (
  account            bigint NOT NULL,
  phone              text COLLATE "C" NOT NULL,
  undelivered_streak integer NOT NULL DEFAULT 0,
  first_delivered    date,
  last_sent_day      date,
  last_click         date,
  PRIMARY KEY (account, phone)
) WITH (fillfactor = 80);

-- People sort by surname as dictionaries do.
CREATE INDEX contact_surname ON contacts.contact (account, surname COLLATE "ru-RU-x-icu", id);

-- Three digits of a phone at every second place: four digits in a row hold one such three wherever they stand, and there are few
-- different ones, so that the index is small and cheap to fill. The account is in front, as with words.
CREATE INDEX contact_digits ON contacts.contact USING gin ((ARRAY[
  account * 1000 + nullif(substr(phone, 1, 3), '')::int, account * 1000 + nullif(substr(phone, 3, 3), '')::int,
  account * 1000 + nullif(substr(phone, 5, 3), '')::int, account * 1000 + nullif(substr(phone, 7, 3), '')::int,
  account * 1000 + nullif(substr(phone, 9, 3), '')::int, account * 1000 + nullif(substr(phone, 11, 3), '')::int,
  account * 1000 + nullif(substr(phone, 13, 3), '')::int]));

-- People who are alike, as a search found them: a set a row, the oldest first. They go a week after they were found.
CREATE TABLE contacts.duplicate (
  account  bigint NOT NULL,
  job      bigint NOT NULL,
  place    bigint NOT NULL,
  ids      bigint[] NOT NULL,
  found_at timestamptz NOT NULL,
  PRIMARY KEY (account, job, place)
);

CREATE INDEX duplicate_age ON contacts.duplicate (found_at);
