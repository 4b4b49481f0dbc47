-- Official receipts for gifts. Who gave is beside the log, sealed with the programme's secret.
CREATE TABLE donation_receipt (
    programme {int} NOT NULL,
    seq {int} NOT NULL,
    year {int} NOT NULL,
    number {int} NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (programme, seq),
    UNIQUE (programme, year, number)
) {table};
CREATE TABLE donor (
    programme {int} NOT NULL,
    receipt {int} NOT NULL,
    sealed {blob} NOT NULL,
    PRIMARY KEY (programme, receipt)
) {table};
