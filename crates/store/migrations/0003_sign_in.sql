-- Signing in: the language people are written to in, what their sessions were opened with, and every way in
-- besides a password. Secrets of authenticators are sealed; codes and tokens are kept as hashes only.
ALTER TABLE person ADD COLUMN language TEXT NOT NULL DEFAULT '';
-- The request that invited them: the same form sent twice invites once.
ALTER TABLE person ADD COLUMN request {blob};
CREATE UNIQUE INDEX person_by_request ON person (request);

ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
-- A hash of the person and of where they signed in from: guesses from elsewhere do not shut them out here.
ALTER TABLE session ADD COLUMN address {blob};
ALTER TABLE session ADD COLUMN seen_at {int} NOT NULL DEFAULT 0;
CREATE INDEX session_by_person ON session (person);
CREATE INDEX sign_in_link_by_person ON sign_in_link (person);

CREATE TABLE authenticator (
    person {int} NOT NULL PRIMARY KEY,
    sealed {blob} NOT NULL,
    confirmed_at {int},
    -- The last step whose code was used: no code serves twice.
    last_step {int} NOT NULL
) {table};
CREATE TABLE recovery_code (
    person {int} NOT NULL,
    code_hash {blob} NOT NULL,
    used_at {int},
    PRIMARY KEY (person, code_hash)
) {table};
CREATE TABLE passkey (
    id {blob} NOT NULL PRIMARY KEY,
    person {int} NOT NULL,
    name TEXT NOT NULL,
    detail TEXT NOT NULL,
    added_at {int} NOT NULL,
    used_at {int}
) {table};
CREATE INDEX passkey_by_person ON passkey (person);
-- What was begun and waits for its second half: a password without its code, a passkey's challenge.
CREATE TABLE ceremony (
    token_hash {blob} NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    person {int},
    state TEXT NOT NULL,
    expires_at {int} NOT NULL
) {table};

-- A batch that one person asked to cancel and another has not confirmed yet.
CREATE TABLE batch_void (
    programme {int} NOT NULL,
    batch {int} NOT NULL,
    asked_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (programme, batch)
) {table};
