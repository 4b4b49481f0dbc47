-- What a running season decided anew, from which day on, and how far each has come.
CREATE TABLE amendment (
    programme {int} NOT NULL,
    number {int} NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (programme, number)
) {table};
