-- The command that took a hand-out back within its ten minutes; 0 for none.
ALTER TABLE handout ADD COLUMN taken_back_by {int} NOT NULL DEFAULT 0;
