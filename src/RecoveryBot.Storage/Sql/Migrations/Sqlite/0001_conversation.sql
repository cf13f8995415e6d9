-- Instants are Unix milliseconds, UTC. Sealed columns are BLOBs under the operator's key; ids, days and due
-- instants stay in clear because the program looks rows up by them.
CREATE TABLE users (
    user_id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    state BLOB NOT NULL);

CREATE TABLE accounts (
    platform TEXT NOT NULL,
    external_id TEXT NOT NULL,
    chat TEXT NOT NULL,
    newest_message_id TEXT NULL,
    user_id INTEGER NOT NULL REFERENCES users (user_id),
    PRIMARY KEY (platform, external_id)) WITHOUT ROWID;
CREATE INDEX accounts_user ON accounts (user_id);
CREATE INDEX accounts_chat ON accounts (platform, chat);

CREATE TABLE timers (
    user_id INTEGER PRIMARY KEY REFERENCES users (user_id),
    due INTEGER NOT NULL);
CREATE INDEX timers_due ON timers (due);

CREATE TABLE inbox (
    channel TEXT NOT NULL,
    update_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (channel, update_id)) WITHOUT ROWID;
CREATE INDEX inbox_at ON inbox (at);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NULL REFERENCES users (user_id),
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    class INTEGER NOT NULL,
    payload BLOB NOT NULL,
    step INTEGER NOT NULL,
    created INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    claimed INTEGER NULL);
CREATE INDEX outbox_chat ON outbox (platform, chat, id);
CREATE INDEX outbox_order ON outbox (class, id);
CREATE INDEX outbox_user ON outbox (user_id);

CREATE TABLE sessions (
    user_id INTEGER NOT NULL REFERENCES users (user_id),
    number INTEGER NOT NULL,
    day TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (user_id, number)) WITHOUT ROWID;

CREATE TABLE reports (
    user_id INTEGER NOT NULL REFERENCES users (user_id),
    session INTEGER NOT NULL,
    day TEXT NOT NULL,
    told_at INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (user_id, session)) WITHOUT ROWID;

CREATE TABLE dead_letters (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NULL REFERENCES users (user_id),
    at INTEGER NOT NULL,
    content BLOB NOT NULL);
CREATE INDEX dead_letters_user ON dead_letters (user_id);

CREATE TABLE platform_state (
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL) WITHOUT ROWID;
