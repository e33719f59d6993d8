-- Whom a draft leaves out, and how it is sent.
ALTER TABLE campaigns.campaign
  ADD COLUMN audience_minus bigint[] NOT NULL DEFAULT '{}',
  ADD COLUMN short_links    boolean NOT NULL DEFAULT false,
  ADD COLUMN reserve_sender text,
  ADD COLUMN tags           text[] NOT NULL DEFAULT '{}';

-- A form kept for the next time. Its draft lies in columns of the same names as a campaign's; typed numbers are not kept: they are
-- people's, and belong to one mailing. A deleted one can be taken back for a while.
CREATE TABLE campaigns.template (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account          bigint NOT NULL,
  version          int NOT NULL DEFAULT 1,
  folder           text NOT NULL,
  name             text NOT NULL,
  sender           text NOT NULL,
  body             text NOT NULL,
  audience_groups  bigint[] NOT NULL,
  audience_phones  text[] NOT NULL DEFAULT '{}' CHECK (audience_phones = '{}'),
  audience_minus   bigint[] NOT NULL,
  validity_seconds int NOT NULL,
  short_links      boolean NOT NULL,
  reserve_sender   text,
  tags             text[] NOT NULL,
  changed_at       timestamptz NOT NULL,
  deleted_at       timestamptz
);
CREATE UNIQUE INDEX template_name ON campaigns.template (account, lower(folder), lower(name)) WHERE deleted_at IS NULL;
CREATE INDEX template_deleted ON campaigns.template (deleted_at) WHERE deleted_at IS NOT NULL;
