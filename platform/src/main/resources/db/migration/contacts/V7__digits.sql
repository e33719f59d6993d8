-- Each four digits of a phone that stand in a row, as a number with the account in front: four digits typed are one key, wherever they
-- stand, and what is found has them. Numbers are cheaper to compute than pieces of a text. Few phones are longer than eleven digits.
DROP INDEX contacts.contact_digits;
CREATE INDEX contact_digits ON contacts.contact USING gin ((CASE WHEN length(phone) > 11
  THEN ARRAY[
    account * 10000 + phone::bigint % 10000,
    account * 10000 + phone::bigint / 10 % 10000,
    account * 10000 + phone::bigint / 100 % 10000,
    account * 10000 + phone::bigint / 1000 % 10000,
    account * 10000 + phone::bigint / 10000 % 10000,
    account * 10000 + phone::bigint / 100000 % 10000,
    account * 10000 + phone::bigint / 1000000 % 10000,
    account * 10000 + phone::bigint / 10000000 % 10000,
    account * 10000 + phone::bigint / 100000000 % 10000,
    account * 10000 + phone::bigint / 1000000000 % 10000,
    account * 10000 + phone::bigint / 10000000000 % 10000,
    account * 10000 + phone::bigint / 100000000000 % 10000]
  ELSE ARRAY[
    account * 10000 + phone::bigint % 10000,
    account * 10000 + phone::bigint / 10 % 10000,
    account * 10000 + phone::bigint / 100 % 10000,
    account * 10000 + phone::bigint / 1000 % 10000,
    account * 10000 + phone::bigint / 10000 % 10000,
    account * 10000 + phone::bigint / 100000 % 10000,
    account * 10000 + phone::bigint / 1000000 % 10000,
    account * 10000 + phone::bigint / 10000000 % 10000]
  END));
