-- For the sweeps of what nobody needs any more: without these each run would read the whole table.
CREATE INDEX session_by_end ON session (expires_at);
CREATE INDEX photo_by_age ON photo (created_at);
