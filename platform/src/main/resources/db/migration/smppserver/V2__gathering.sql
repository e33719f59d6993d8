-- Long messages that come in parts: a part is answered when it is stored here, the message goes on when it is whole. One that was
-- abandoned shares its reference with a later one: references are short and come again.
CREATE TABLE smppserver.gathering (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  system    bigint      NOT NULL,
  sender    text        NOT NULL,
  recipient text        NOT NULL,
  reference integer     NOT NULL,
  total     smallint    NOT NULL,
  validity  bigint      NOT NULL, -- seconds
  begun_at  timestamptz NOT NULL,
  whole_at  timestamptz,
  abandoned boolean     NOT NULL DEFAULT false
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000);
CREATE UNIQUE INDEX gathering_open ON smppserver.gathering (system, recipient, sender, reference, total)
  WHERE whole_at IS NULL AND NOT abandoned;

CREATE TABLE smppserver.part (
  gathering  bigint   NOT NULL REFERENCES smppserver.gathering ON DELETE CASCADE,
  part       smallint NOT NULL,
  text       text     NOT NULL,
  registered smallint NOT NULL,
  PRIMARY KEY (gathering, part)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000);
