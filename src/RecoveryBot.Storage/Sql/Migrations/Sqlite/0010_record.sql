-- What people measure themselves. The value and what it is of are sealed.
CREATE TABLE measurements (
    user_id INTEGER NOT NULL REFERENCES users (user_id),
    number INTEGER NOT NULL,
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (user_id, number)) WITHOUT ROWID;
