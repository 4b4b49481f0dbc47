-- The core: programmes, coupons, ledger, command log. One text for SQLite and PostgreSQL; the words in
-- braces are replaced by `dialect.rs`. Every key starts with the programme: the unit of tenancy, of
-- row-level security and of sharding. Instants are microseconds since 1970, dates are ISO text, 0 stands
-- for "none" in the columns of the hot tables.

CREATE TABLE programme (
    programme {int} NOT NULL PRIMARY KEY,
    key TEXT NOT NULL,
    identity TEXT NOT NULL,
    season TEXT NOT NULL,
    rules TEXT NOT NULL,
    units TEXT NOT NULL,
    bands TEXT NOT NULL,
    closed_at {int}
) {table};

-- One row a programme, locked by whoever writes: the sequence, the chain and the numbers given out.
CREATE TABLE head (
    programme {int} NOT NULL PRIMARY KEY,
    seq {int} NOT NULL,
    chain {blob} NOT NULL,
    recorded_at {int} NOT NULL,
    book_seq {int} NOT NULL,
    batches {int} NOT NULL,
    disputes {int} NOT NULL,
    runs {int} NOT NULL,
    payments {int} NOT NULL
) {table};

-- THE log. Append-only; everything else can be rebuilt from it.
CREATE TABLE command (
    programme {int} NOT NULL,
    seq {int} NOT NULL,
    id {blob} NOT NULL,
    request_hash {blob} NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    device {blob},
    claimed_at {int} NOT NULL,
    recorded_at {int} NOT NULL,
    body TEXT NOT NULL,
    outcome TEXT NOT NULL,
    link {blob} NOT NULL,
    PRIMARY KEY (programme, seq),
    UNIQUE (programme, id)
) {table};

CREATE INDEX command_by_time ON command (programme, recorded_at);

CREATE TABLE class (
    programme {int} NOT NULL,
    id {int} NOT NULL,
    letter TEXT NOT NULL,
    face {int} NOT NULL CHECK (face > 0),
    unit {int} NOT NULL,
    funding TEXT NOT NULL CHECK (funding IN ('granted', 'sold')),
    expires_on TEXT,
    detail TEXT NOT NULL,
    PRIMARY KEY (programme, id),
    -- A coupon given may lapse; one sold never does.
    CHECK (funding = 'granted' OR expires_on IS NULL)
) {table};

CREATE TABLE place (
    programme {int} NOT NULL, id {int} NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, detail TEXT NOT NULL,
    PRIMARY KEY (programme, id), UNIQUE (programme, key)
) {table};
CREATE TABLE partner (
    programme {int} NOT NULL, id {int} NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, detail TEXT NOT NULL,
    PRIMARY KEY (programme, id), UNIQUE (programme, key)
) {table};
CREATE TABLE vendor (
    programme {int} NOT NULL, id {int} NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, detail TEXT NOT NULL,
    PRIMARY KEY (programme, id), UNIQUE (programme, key)
) {table};
CREATE TABLE fund (
    programme {int} NOT NULL, id {int} NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, detail TEXT NOT NULL,
    PRIMARY KEY (programme, id), UNIQUE (programme, key)
) {table};
CREATE TABLE agreement (
    programme {int} NOT NULL, id {int} NOT NULL, vendor {int} NOT NULL, place {int} NOT NULL,
    from_on TEXT NOT NULL, until_on TEXT NOT NULL, vendor_signed_on TEXT, programme_signed_on TEXT,
    PRIMARY KEY (programme, id)
) {table};
CREATE TABLE role (
    programme {int} NOT NULL, id {int} NOT NULL, person {int} NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (programme, id)
) {table};

CREATE TABLE batch (
    programme {int} NOT NULL,
    id {int} NOT NULL,
    class {int} NOT NULL,
    count {int} NOT NULL CHECK (count > 0),
    booklet {int} NOT NULL CHECK (booklet > 0),
    codes_digest TEXT NOT NULL,
    -- With the programme's secret, which is not in this database, gives the codes again.
    salt {blob} NOT NULL,
    seq {int} NOT NULL,
    PRIMARY KEY (programme, id),
    FOREIGN KEY (programme, class) REFERENCES class (programme, id)
) {table};

-- The code itself is nowhere: a stolen database must not be a stack of coupons.
CREATE TABLE coupon (
    programme {int} NOT NULL,
    id {int} NOT NULL,
    code_hash {blob} NOT NULL,
    class {int} NOT NULL,
    state {int} NOT NULL CHECK (state BETWEEN 0 AND 9),
    partner {int} NOT NULL,
    fund {int} NOT NULL,
    moved_seq {int} NOT NULL,
    PRIMARY KEY (programme, id)
) {moving};
CREATE UNIQUE INDEX coupon_by_code ON coupon (programme, code_hash);

-- Ranges that moved, and what they were: the story of a coupon without a row for each coupon.
CREATE TABLE movement (
    programme {int} NOT NULL,
    seq {int} NOT NULL,
    leg {int} NOT NULL,
    first {int} NOT NULL,
    last {int} NOT NULL,
    class {int} NOT NULL,
    count {int} NOT NULL,
    from_state {int} NOT NULL, from_partner {int} NOT NULL, from_fund {int} NOT NULL,
    to_state {int} NOT NULL, to_partner {int} NOT NULL, to_fund {int} NOT NULL,
    PRIMARY KEY (programme, seq, leg)
) {clustered};

-- Double entry: one row, two accounts, a positive amount. Append-only.
CREATE TABLE transfer (
    programme {int} NOT NULL,
    seq {int} NOT NULL,
    leg {int} NOT NULL,
    kind {int} NOT NULL,
    debit {int} NOT NULL,
    credit {int} NOT NULL CHECK (credit <> debit),
    amount {int} NOT NULL CHECK (amount > 0),
    coupon {int},
    PRIMARY KEY (programme, seq, leg)
) {clustered};
-- The second lock on a coupon: whatever the code does, it is redeemed at most once.
CREATE UNIQUE INDEX transfer_once ON transfer (programme, coupon) WHERE kind = 5;

CREATE TABLE account (
    programme {int} NOT NULL,
    id {int} NOT NULL,
    debits {int} NOT NULL CHECK (debits >= 0),
    credits {int} NOT NULL CHECK (credits >= 0),
    PRIMARY KEY (programme, id)
) {clustered};

CREATE TABLE redemption (
    programme {int} NOT NULL,
    seq {int} NOT NULL,
    id {blob} NOT NULL,
    vendor {int} NOT NULL,
    place {int} NOT NULL,
    channel TEXT NOT NULL,
    claimed_at {int} NOT NULL,
    recorded_at {int} NOT NULL,
    count {int} NOT NULL,
    amount {int} NOT NULL,
    PRIMARY KEY (programme, seq)
) {clustered};

CREATE TABLE handout (
    programme {int} NOT NULL,
    seq {int} NOT NULL,
    partner {int} NOT NULL,
    band TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    claimed_at {int} NOT NULL,
    count {int} NOT NULL,
    amount {int} NOT NULL,
    PRIMARY KEY (programme, seq)
) {clustered};

CREATE TABLE dispute (
    programme {int} NOT NULL,
    id {int} NOT NULL,
    coupon {int} NOT NULL,
    reason TEXT NOT NULL,
    seq {int} NOT NULL,
    vendor {int} NOT NULL,
    place {int} NOT NULL,
    claimed_at {int} NOT NULL,
    amount {int} NOT NULL,
    first_seq {int} NOT NULL,
    decision TEXT NOT NULL,
    note TEXT NOT NULL,
    decided_seq {int} NOT NULL,
    PRIMARY KEY (programme, id)
) {table};
CREATE INDEX dispute_by_coupon ON dispute (programme, coupon);

CREATE TABLE run (
    programme {int} NOT NULL,
    id {int} NOT NULL,
    cutoff {int} NOT NULL,
    prepared_by TEXT NOT NULL,
    prepared_at {int} NOT NULL,
    state TEXT NOT NULL,
    approvals TEXT NOT NULL,
    PRIMARY KEY (programme, id)
) {table};

CREATE TABLE payment (
    programme {int} NOT NULL,
    id {int} NOT NULL,
    run {int} NOT NULL,
    vendor {int} NOT NULL,
    method TEXT NOT NULL,
    unit {int} NOT NULL,
    state TEXT NOT NULL,
    reference TEXT NOT NULL,
    confirmed_at {int},
    PRIMARY KEY (programme, id)
) {table};
CREATE INDEX payment_by_run ON payment (programme, run);

CREATE TABLE payment_share (
    programme {int} NOT NULL,
    payment {int} NOT NULL,
    fund {int} NOT NULL,
    amount {int} NOT NULL CHECK (amount > 0),
    PRIMARY KEY (programme, payment, fund)
) {table};

-- Where a merchant is paid. The account is sealed with the programme's secret.
CREATE TABLE bank_details (
    programme {int} NOT NULL,
    vendor {int} NOT NULL,
    version {int} NOT NULL,
    proposed_by TEXT NOT NULL,
    confirmed_by TEXT NOT NULL,
    effective_at {int},
    masked TEXT NOT NULL,
    sealed {blob} NOT NULL,
    PRIMARY KEY (programme, vendor, version)
) {table};

-- People who sign in. Personal data: never in the log, and can be erased.
CREATE TABLE person (
    id {int} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    password TEXT NOT NULL
) {table};
CREATE TABLE sign_in_link (
    token_hash {blob} NOT NULL PRIMARY KEY,
    person {int} NOT NULL,
    expires_at {int} NOT NULL,
    used_at {int}
) {table};
CREATE TABLE session (
    token_hash {blob} NOT NULL PRIMARY KEY,
    person {int} NOT NULL,
    created_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    revoked_at {int}
) {table};
