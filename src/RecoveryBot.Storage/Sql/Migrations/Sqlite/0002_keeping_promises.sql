-- A state that does not open is left as it is, for a restore, and the user is told.
ALTER TABLE users ADD COLUMN damaged INTEGER NULL;

-- newest_step: which message of the coach newest_message_id is. since: an erasure before it does not count against
-- who came back. blocked: the platform refuses the chat until the user writes again.
ALTER TABLE accounts ADD COLUMN newest_step INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN blocked INTEGER NULL;
DROP INDEX accounts_chat;

ALTER TABLE dead_letters ADD COLUMN reason TEXT NOT NULL DEFAULT 'decision';

-- The press that a message answers, as the chat channel named it; sealed.
ALTER TABLE outbox ADD COLUMN callback BLOB NULL;
DROP INDEX outbox_order;
CREATE INDEX outbox_order ON outbox (platform, class, id);
CREATE INDEX outbox_held ON outbox (not_before);
