-- Files of deposits made for the bank: who made which, under which number, when. A file made again for the same run keeps
-- its number, so that numbers have no gap; a row is never changed.
CREATE TABLE bank_file (
    programme {int} NOT NULL,
    making {int} NOT NULL,
    number {int} NOT NULL CHECK (number BETWEEN 1 AND 9999),
    run {int} NOT NULL,
    format TEXT NOT NULL,
    due_on TEXT NOT NULL,
    made_on TEXT NOT NULL,
    digest TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at {int} NOT NULL,
    PRIMARY KEY (programme, making)
) {table};
