-- When a reminder is looked at next; what it says stands sealed in the user's state, which these rows are written from.
-- None for whoever has shut the chat: the rows come back when they write again.
CREATE TABLE reminders (
    user_id INTEGER NOT NULL REFERENCES users (user_id),
    kind INTEGER NOT NULL,
    due INTEGER NOT NULL,
    PRIMARY KEY (user_id, kind)) WITHOUT ROWID;
CREATE INDEX reminders_due ON reminders (due);

-- A nudge that was committed, once for its key; putting it off moves the same row.
CREATE TABLE nudges (
    user_id INTEGER NOT NULL REFERENCES users (user_id),
    kind INTEGER NOT NULL,
    day TEXT NOT NULL,
    number INTEGER NOT NULL,
    snoozes INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (user_id, kind, day, number)) WITHOUT ROWID;
CREATE INDEX nudges_at ON nudges (at);

CREATE INDEX dead_letters_at ON dead_letters (at);
