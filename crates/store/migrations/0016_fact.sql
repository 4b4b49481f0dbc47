-- What known programmes chose, as the province-wide network corrects it between two releases. The last number of a
-- programme and a question is what is shown; a row without words takes the fact away.
CREATE TABLE fact (
    known TEXT NOT NULL,
    question TEXT NOT NULL,
    number {int} NOT NULL,
    fr TEXT NOT NULL,
    en TEXT NOT NULL,
    -- The same as an answer, when it is exact enough to begin from.
    answer TEXT NOT NULL,
    source TEXT NOT NULL,
    read_on TEXT NOT NULL,
    inferred {int} NOT NULL,
    author {int} NOT NULL,
    written_at {int} NOT NULL,
    PRIMARY KEY (known, question, number)
) {table};
