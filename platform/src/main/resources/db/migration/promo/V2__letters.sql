-- Letters that have their code go whatever is left; those that need one go as far as there are codes.
DROP INDEX promo.letter_due;
CREATE INDEX letter_due ON promo.letter (action, due_at, id) WHERE state = 0 AND code IS NOT NULL;
CREATE INDEX letter_due_new ON promo.letter (action, due_at, id) WHERE state = 0 AND code IS NULL;

-- What is told of who joined and is not written to, and what is let go of.
CREATE INDEX letter_refused ON promo.letter (action, refusal) WHERE state = 2 AND kind = 1;
CREATE INDEX letter_ended ON promo.letter (due_at) WHERE state <> 0 AND (kind = 2 OR code IS NOT NULL);
