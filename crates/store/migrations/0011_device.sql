-- Phones that accept coupons without a network: whose they are, what they are limited to, the public half of the key
-- they sign with. A row begins as a one-time link and becomes a device when a phone follows it.
CREATE TABLE device (
    programme {int} NOT NULL,
    id {blob} NOT NULL,
    person {int} NOT NULL,
    -- The merchant or the place it is limited to; 0 stands for any.
    vendor {int} NOT NULL,
    place {int} NOT NULL,
    name TEXT NOT NULL,
    link_hash {blob} NOT NULL,
    link_until {int} NOT NULL,
    public_key {blob},
    enrolled_at {int},
    seen_at {int},
    revoked_at {int},
    -- When acts came that do not hold together with those before.
    broken_at {int},
    PRIMARY KEY (programme, id)
) {table};
CREATE UNIQUE INDEX device_by_link ON device (programme, link_hash);

-- What each device sent, by its own number: the hashes that hold its outbox together.
CREATE TABLE device_act (
    programme {int} NOT NULL,
    device {blob} NOT NULL,
    seq {int} NOT NULL,
    previous {blob} NOT NULL,
    hash {blob} NOT NULL,
    claimed_at {int} NOT NULL,
    arrived_at {int} NOT NULL,
    PRIMARY KEY (programme, device, seq)
) {clustered};
