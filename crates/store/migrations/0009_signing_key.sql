-- Signing keys after the first: what verifies them, and since when. The keys themselves are never here.
CREATE TABLE signing_key (
    programme {int} NOT NULL,
    slot {int} NOT NULL CHECK (slot BETWEEN 1 AND 15),
    detail TEXT NOT NULL,
    PRIMARY KEY (programme, slot)
) {table};
-- Another key that one person asked for and another has not confirmed yet.
CREATE TABLE signing_key_asked (
    programme {int} NOT NULL PRIMARY KEY,
    asked_by TEXT NOT NULL,
    reason TEXT NOT NULL
) {table};
ALTER TABLE batch ADD COLUMN key_slot {int} NOT NULL DEFAULT 0;

-- Signing in. Who made a link for somebody else, and what began with it: such a session, and the passwords and
-- passkeys that were set in one, prove less than their owner's own.
ALTER TABLE sign_in_link ADD COLUMN made_by {int};
ALTER TABLE session ADD COLUMN made_by {int};
ALTER TABLE person ADD COLUMN password_by {int};
ALTER TABLE passkey ADD COLUMN made_by {int};
-- When a session's owner last showed that it is them; 0 when only as it was opened.
ALTER TABLE session ADD COLUMN proved_at {int} NOT NULL DEFAULT 0;
