-- A fact carries what whoever is told of it needs, so that nobody joins the message's row. Facts of before this have no
-- recipient; their subscribers have long read them.
ALTER TABLE pipeline.message_event ADD COLUMN recipient  text NOT NULL DEFAULT '';
ALTER TABLE pipeline.message_event ADD COLUMN reference  text;
ALTER TABLE pipeline.message_event ADD COLUMN callback   text;
ALTER TABLE pipeline.message_event ADD COLUMN registered smallint;
