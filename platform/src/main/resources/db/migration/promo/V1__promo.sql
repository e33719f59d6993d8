-- An action: what its codes look like and are good for, and what is written to whoever joins it or forgets theirs.
-- "stock" is how many codes there may be: as many as were loaded, or as many as may be made. What is handed out of it is "handed". Its letters wait
-- until "wait_until" where there is some trouble.
CREATE TABLE promo.action (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account       bigint NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  name          text NOT NULL,
  source        smallint NOT NULL,
  alphabet      smallint NOT NULL,
  length        smallint NOT NULL CHECK (length BETWEEN 6 AND 20),
  stock         bigint NOT NULL CHECK (stock >= 0),
  handed        bigint NOT NULL DEFAULT 0 CHECK (handed BETWEEN 0 AND stock),
  valid_from    date NOT NULL,
  valid_to      date NOT NULL,
  coupon_until  date,
  coupon_days   smallint,
  instruction   text NOT NULL,
  sender        text NOT NULL,
  body          text NOT NULL,
  send_at       timestamptz,
  remind_days   smallint,
  remind_hour   smallint,
  remind_body   text NOT NULL,
  trouble       text,
  wait_until    timestamptz,
  created_at    timestamptz NOT NULL,
  CHECK ((coupon_until IS NULL) <> (coupon_days IS NULL))
);
CREATE UNIQUE INDEX action_name ON promo.action (account, lower(name));

-- A code: 0 waits in the stock, 1 is out with a message, 2 was redeemed, 3 is void. A code is one of its account, so that a cashier
-- types nothing else. Where a person was erased the phone is gone and the code stays good.
CREATE TABLE promo.code (
  action      bigint NOT NULL,
  number      bigint GENERATED ALWAYS AS IDENTITY,
  account     bigint NOT NULL,
  code        text NOT NULL,
  state       smallint NOT NULL,
  phone       text,
  message     bigint,
  campaign    bigint,
  issued_at   timestamptz,
  valid_until timestamptz,
  reminded    boolean NOT NULL DEFAULT false,
  PRIMARY KEY (action, number),
  UNIQUE (account, code)
) WITH (fillfactor = 80);
CREATE INDEX code_free ON promo.code (action, number) WHERE state = 0;
CREATE INDEX code_of_message ON promo.code (message) WHERE message IS NOT NULL;
CREATE INDEX code_of_phone ON promo.code (account, phone) WHERE phone IS NOT NULL;
CREATE INDEX code_to_remind ON promo.code (action, valid_until, number) WHERE state = 1 AND NOT reminded;

-- That a code was redeemed, by whom and on what sum; taken back, it stays here and the code is good again.
CREATE TABLE promo.redemption (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account      bigint NOT NULL,
  action       bigint NOT NULL,
  code         text NOT NULL,
  cashier      text NOT NULL,
  amount       numeric(19,4) NOT NULL CHECK (amount >= 0),
  at           timestamptz NOT NULL,
  day          date NOT NULL,
  returned_at  timestamptz,
  returned_by  text,
  reason       text
);
CREATE UNIQUE INDEX redemption_standing ON promo.redemption (account, code) WHERE returned_at IS NULL;

-- What came in, by day of the account and cashier; moves with each redemption and each return.
CREATE TABLE promo.takings (
  action   bigint NOT NULL,
  day      date NOT NULL,
  cashier  text NOT NULL,
  account  bigint NOT NULL,
  redeemed bigint NOT NULL,
  revenue  numeric(19,4) NOT NULL,
  PRIMARY KEY (action, day, cashier)
);

-- How many messages with codes of an action stand in which state; kept by the facts.
CREATE TABLE promo.counter (
  action   bigint NOT NULL,
  state    smallint NOT NULL,
  messages bigint NOT NULL,
  PRIMARY KEY (action, state)
) WITH (fillfactor = 50);

-- A letter of an action to one person: 1 for joining, with a code of its own, 2 reminds of a code. It waits (0), was taken by the
-- path (1) or was refused for good (2). Its message and its code are noted before it is offered, so that it is offered once.
CREATE TABLE promo.letter (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account  bigint NOT NULL,
  action   bigint NOT NULL,
  kind     smallint NOT NULL,
  phone    text NOT NULL,
  code     text,
  way      smallint NOT NULL,
  due_at   timestamptz NOT NULL,
  state    smallint NOT NULL DEFAULT 0,
  message  bigint,
  refusal  text
);
CREATE INDEX letter_due ON promo.letter (action, due_at, id) WHERE state = 0;
CREATE UNIQUE INDEX letter_joins ON promo.letter (action, phone) WHERE kind = 1;
CREATE INDEX letter_of_phone ON promo.letter (account, phone);

-- Changes with whatever is kept in memory of actions.
CREATE TABLE promo.version (
  value bigint NOT NULL
);
INSERT INTO promo.version (value) VALUES (1);

CREATE FUNCTION promo.next_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE promo.version SET value = value + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER action_changed AFTER INSERT OR DELETE OR UPDATE OF version ON promo.action
  FOR EACH STATEMENT EXECUTE FUNCTION promo.next_version();
