-- How long an account's texts are kept, and up to which id they are already gone. The row of account 0 is for all that have
-- none of their own; a row without days goes by the installation's term.
CREATE TABLE pipeline.text_term (
  account bigint PRIMARY KEY,
  days    integer CHECK (days BETWEEN 1 AND 3650),
  through bigint NOT NULL DEFAULT 0
);
INSERT INTO pipeline.text_term (account) VALUES (0);

-- When a shared text was last used for a chunk of messages.
ALTER TABLE pipeline.body ADD COLUMN used_at timestamptz NOT NULL DEFAULT now();
