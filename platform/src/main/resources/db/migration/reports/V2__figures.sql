-- By what the general figures are counted together; none: the report tells of mailings.
ALTER TABLE reports.ordered ADD COLUMN figures_by text;
