-- When the user is looked at because nobody has heard of them for long; NULL: never. Who was there before is counted from now.
ALTER TABLE users ADD COLUMN retention_due INTEGER NULL;
UPDATE users SET retention_due = CAST(strftime('%s', 'now', '+11 months') AS INTEGER) * 1000;
CREATE INDEX users_retention ON users (retention_due);
