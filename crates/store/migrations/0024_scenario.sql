-- Long-term plans: beside the log, because they are suppositions and free text. A version is never changed: what is
-- written again is another version.
CREATE TABLE scenario (
    id {int} NOT NULL PRIMARY KEY,
    -- The territory's programme; none for the province.
    programme {int},
    -- The request that began it: the same form sent twice is one plan.
    request {blob} NOT NULL UNIQUE,
    author {int} NOT NULL,
    begun_at {int} NOT NULL
) {table};
CREATE TABLE scenario_version (
    scenario {int} NOT NULL,
    number {int} NOT NULL,
    request {blob} NOT NULL,
    body TEXT NOT NULL,
    author {int} NOT NULL,
    written_at {int} NOT NULL,
    PRIMARY KEY (scenario, number),
    UNIQUE (scenario, request)
) {table};
