-- What the coordination writes to the programme's people. Beside the log, because it may name somebody: it can be
-- erased, and the rules never look at it.
CREATE TABLE message (
    programme {int} NOT NULL,
    id {int} NOT NULL,
    -- The request that wrote it: the same form sent twice is one message.
    request {blob} NOT NULL,
    author {int},
    addressee TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    until_on TEXT,
    written_at {int} NOT NULL,
    withdrawn_at {int},
    PRIMARY KEY (programme, id),
    UNIQUE (programme, request)
) {table};
-- What became of it with each person: when they said that they read it, and whether its letter was sent.
CREATE TABLE message_person (
    programme {int} NOT NULL,
    message {int} NOT NULL,
    person {int} NOT NULL,
    read_at {int},
    letter TEXT NOT NULL CHECK (letter IN ('', 'waiting', 'sent', 'failed')),
    letter_at {int},
    PRIMARY KEY (programme, message, person)
) {table};
