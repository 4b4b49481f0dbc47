-- Logos, of a territory's notebook and of a programme's funds: beside the log, because no rule depends on them and
-- whoever owns one may ask that it be taken down.
CREATE TABLE logo (
    -- 'notebook' or 'fund'.
    kind TEXT NOT NULL,
    -- The fund's programme; 0 for a notebook.
    programme {int} NOT NULL,
    -- The notebook's number, or the fund's.
    number {int} NOT NULL,
    -- What it shows, for who does not see it.
    alt TEXT NOT NULL,
    png {blob} NOT NULL,
    width {int} NOT NULL,
    height {int} NOT NULL,
    author {int} NOT NULL,
    put_at {int} NOT NULL,
    PRIMARY KEY (kind, programme, number)
) {table};
