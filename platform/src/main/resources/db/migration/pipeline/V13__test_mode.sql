-- Everything happens but the sending: for who tries a program out.
ALTER TABLE pipeline.sending_terms ADD COLUMN test boolean NOT NULL DEFAULT false;
