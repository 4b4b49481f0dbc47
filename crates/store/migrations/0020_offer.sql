-- What the public can buy, what was bought, what is to be picked up, and what was given.
CREATE TABLE offer (
    programme {int} NOT NULL,
    id {int} NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (programme, id),
    UNIQUE (programme, key)
) {table};

-- Sales of packs, by command: the command's number is the receipt's.
CREATE TABLE sale (
    programme {int} NOT NULL,
    seq {int} NOT NULL,
    offer {int} NOT NULL,
    packs {int} NOT NULL CHECK (packs > 0),
    paid {int} NOT NULL CHECK (paid > 0),
    sold {int} NOT NULL CHECK (sold > 0),
    bonus {int} NOT NULL CHECK (bonus >= 0),
    coupons TEXT NOT NULL,
    reference TEXT NOT NULL,
    -- 0 when no order was paid with it.
    sale_order {int} NOT NULL,
    PRIMARY KEY (programme, seq)
) {table};

CREATE TABLE sale_order (
    programme {int} NOT NULL,
    id {int} NOT NULL,
    offer {int} NOT NULL,
    packs {int} NOT NULL CHECK (packs > 0),
    -- 0 when it is picked up where it was placed.
    place {int} NOT NULL,
    reference TEXT NOT NULL,
    source TEXT NOT NULL,
    state TEXT NOT NULL,
    placed_seq {int} NOT NULL,
    -- 0 until it is paid.
    sale_seq {int} NOT NULL,
    PRIMARY KEY (programme, id),
    UNIQUE (programme, reference)
) {table};

CREATE TABLE gift (
    programme {int} NOT NULL,
    seq {int} NOT NULL,
    fund {int} NOT NULL,
    amount {int} NOT NULL CHECK (amount > 0),
    reference TEXT NOT NULL,
    given_on TEXT NOT NULL,
    PRIMARY KEY (programme, seq)
) {table};
