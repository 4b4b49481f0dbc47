-- What somebody said who looked at something out of the ordinary. The alerts themselves are worked out when they are
-- looked at, and nowhere.
CREATE TABLE alert_looked (
    programme {int} NOT NULL,
    day TEXT NOT NULL,
    place {int} NOT NULL,
    vendor {int} NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (programme, day, place, vendor, kind)
) {table};
