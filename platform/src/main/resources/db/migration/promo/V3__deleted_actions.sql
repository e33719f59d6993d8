-- An action that was never used can be deleted: for a day it can be taken back, then it goes with its stock.
ALTER TABLE promo.action ADD COLUMN deleted_at timestamptz;
DROP INDEX promo.action_name;
CREATE UNIQUE INDEX action_name ON promo.action (account, lower(name)) WHERE deleted_at IS NULL;
CREATE INDEX action_deleted ON promo.action (deleted_at) WHERE deleted_at IS NOT NULL;
