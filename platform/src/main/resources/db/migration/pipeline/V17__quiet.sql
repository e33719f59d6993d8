-- Whether new campaigns keep to the quiet hours of recipients' countries where nothing else is said.
ALTER TABLE pipeline.sending_terms ADD COLUMN quiet boolean NOT NULL DEFAULT false;
