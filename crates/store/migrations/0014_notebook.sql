-- Notebooks of decisions: what a territory decides before it has a programme, and after. Beside the log, because reasons
-- are free text; an entry is never changed, a decision made again is another entry.
CREATE TABLE notebook (
    id {int} NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- The known programme that it began from.
    model TEXT NOT NULL,
    -- The request that began it: the same form sent twice is one notebook.
    request {blob} NOT NULL UNIQUE,
    author {int} NOT NULL,
    begun_at {int} NOT NULL,
    -- The programme that was opened from it.
    programme {int}
) {table};
CREATE TABLE notebook_member (
    notebook {int} NOT NULL,
    person {int} NOT NULL,
    seat TEXT NOT NULL CHECK (seat IN ('facilitator', 'member', 'reader')),
    PRIMARY KEY (notebook, person)
) {table};
CREATE INDEX notebook_member_person ON notebook_member (person);
CREATE TABLE notebook_entry (
    notebook {int} NOT NULL,
    number {int} NOT NULL,
    request {blob} NOT NULL,
    question TEXT NOT NULL,
    decision TEXT NOT NULL,
    author {int},
    written_at {int} NOT NULL,
    PRIMARY KEY (notebook, number),
    UNIQUE (notebook, request, question)
) {table};
