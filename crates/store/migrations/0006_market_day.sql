-- A day at a place: who came, the totals it was closed with, who agreed. `detail` is the whole of it.
CREATE TABLE market_day (
    programme {int} NOT NULL,
    place {int} NOT NULL,
    day TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (programme, place, day)
) {table};
