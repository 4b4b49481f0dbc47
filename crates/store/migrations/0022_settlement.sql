-- What became of the letter that told somebody of a payment: beside the log, so that none is sent twice.
CREATE TABLE advice_letter (
    programme {int} NOT NULL,
    payment {int} NOT NULL,
    person {int} NOT NULL,
    letter TEXT NOT NULL CHECK (letter IN ('waiting', 'sent', 'failed')),
    letter_at {int} NOT NULL,
    PRIMARY KEY (programme, payment, person)
) {table};
