-- What each run of a plan sends: the draft of its pattern as it stood when somebody who may send took it. Plans that are older send
-- nothing until it is taken.
ALTER TABLE plans.plan ADD COLUMN message jsonb;
