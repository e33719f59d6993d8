-- A file that somebody had made: it is listed among the reports of its account. "report" is the key of what it is called, "needs" the
-- right by which it may be seen, "made_by" the name of who asked for it.
ALTER TABLE files.file ADD COLUMN report text;

ALTER TABLE files.file ADD COLUMN needs text;

ALTER TABLE files.file ADD COLUMN made_by text;

CREATE INDEX file_report ON files.file (account, id) WHERE report IS NOT NULL;
