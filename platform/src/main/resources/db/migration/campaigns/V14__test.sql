-- Whether the audience was frozen while its account was in test mode: it costs nothing, and nobody of it is sent to.
ALTER TABLE campaigns.preview ADD COLUMN test boolean NOT NULL DEFAULT false;
