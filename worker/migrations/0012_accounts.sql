-- Sessions that end by themselves, and the accounts of staff: how they begin and how they are proved.

-- A session ends when nobody has used it for `idle_ms` (use moves `expires_at` on), and at `ends_at` whatever happens.
-- Whoever asks for a live session looks at `expires_at` alone.
CREATE TABLE session_next (
  token_hash TEXT PRIMARY KEY,
  -- What its owner names it by in the list of their sessions. It opens nothing.
  id TEXT NOT NULL DEFAULT (lower(hex(randomblob(11)))),
  account_id TEXT NOT NULL REFERENCES account (id),
  -- Family of the browser and the system, nothing finer; null where nobody told.
  label TEXT,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  idle_ms INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Sessions that are open keep the end they were given.
INSERT INTO session_next (token_hash, account_id, created_at, last_seen_at, idle_ms, expires_at, ends_at)
SELECT token_hash, account_id, created_at, created_at, expires_at - created_at, expires_at, expires_at FROM session;
DROP TABLE session;
ALTER TABLE session_next RENAME TO session;
CREATE UNIQUE INDEX session_by_account ON session (account_id, id);
CREATE INDEX session_by_end ON session (expires_at);

-- Who is disabled is signed out, and stays so when they are enabled again.
CREATE TRIGGER account_disabled_signs_out AFTER UPDATE OF disabled_at ON account
WHEN NEW.disabled_at IS NOT NULL
BEGIN
  DELETE FROM session WHERE account_id = NEW.id;
  DELETE FROM invitation WHERE account_id = NEW.id;
END;

-- Two administrators who disable each other at the same moment must not leave the city without one.
CREATE TRIGGER account_last_admin BEFORE UPDATE OF disabled_at ON account
WHEN NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL AND OLD.role = 'admin'
BEGIN
  SELECT RAISE (ABORT, 'a city keeps an administrator')
  WHERE NOT EXISTS (
    SELECT 1 FROM account WHERE role = 'admin' AND id <> OLD.id AND disabled_at IS NULL AND password_hash IS NOT NULL
  );
END;

-- One link that lets a person choose the account's password; a new one takes the place of the old, and using it
-- removes it. Only the hash of its token is here.
CREATE TABLE invitation (
  account_id TEXT PRIMARY KEY REFERENCES account (id),
  token_hash TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The second factor. `last_step` is the half minute whose code was used last: a code is good once.
CREATE TABLE account_totp (
  account_id TEXT PRIMARY KEY REFERENCES account (id),
  secret_sealed TEXT NOT NULL,
  last_step INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER account_totp_goes_on BEFORE UPDATE OF last_step ON account_totp WHEN NEW.last_step <= OLD.last_step
BEGIN
  SELECT RAISE (ABORT, 'a code is good once');
END;

-- What opens an account whose second factor is lost, each once: using it removes it.
CREATE TABLE recovery_code (
  account_id TEXT NOT NULL REFERENCES account (id),
  code_hash TEXT NOT NULL,
  PRIMARY KEY (account_id, code_hash)
) STRICT, WITHOUT ROWID;
