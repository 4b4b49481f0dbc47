-- What funds have paid for the programme's operations, so that a page can list it without reading the log.
CREATE TABLE expense (
    programme {int} NOT NULL,
    seq {int} NOT NULL,
    fund {int} NOT NULL,
    amount {int} NOT NULL CHECK (amount > 0),
    what TEXT NOT NULL,
    reference TEXT NOT NULL,
    spent_on TEXT NOT NULL,
    PRIMARY KEY (programme, seq)
) {table};
