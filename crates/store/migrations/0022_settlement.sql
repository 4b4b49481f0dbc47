-- What became of the letter that told somebody of a payment: beside the log, so that none is sent twice.
CREATE TABLE advice_letter (
    programme {int} NOT NULL,
    payment {int} NOT NULL,
    person {int} NOT NULL,
    letter TEXT NOT NULL CHECK (letter IN ('waiting', 'sent', 'failed')),
    letter_at {int} NOT NULL,
    PRIMARY KEY (programme, payment, person)
) {table};
-- Merchants whose payments are held: by one person, let go by two.
CREATE TABLE payment_hold (
    programme {int} NOT NULL,
    seq {int} NOT NULL,
    vendor {int} NOT NULL,
    reason TEXT NOT NULL,
    held_by TEXT NOT NULL,
    held_at {int} NOT NULL,
    state TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    found TEXT NOT NULL,
    lifted_by TEXT NOT NULL,
    lifted_at {int},
    PRIMARY KEY (programme, seq)
) {table};
