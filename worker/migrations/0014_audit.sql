-- Who did what, when and from where, outside the histories of reports. An entry is written in the transaction of what
-- it tells; its place in the chain of hashes is filled in right afterwards, because SQLite computes no SHA-256.
CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  actor_id TEXT,
  actor_role TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  -- The network address of staff; of residents none is kept.
  address TEXT,
  device TEXT,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  prev_hash TEXT,
  hash TEXT
) STRICT;
CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, seq) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_entry_by_action ON audit_entry (action, seq);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, seq);
CREATE INDEX audit_entry_unchained ON audit_entry (seq) WHERE hash IS NULL;

CREATE TRIGGER audit_entry_comes_last BEFORE INSERT ON audit_entry
WHEN NEW.hash IS NOT NULL OR NEW.prev_hash IS NOT NULL
  OR NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit_entry)
BEGIN
  SELECT RAISE (ABORT, 'an audit entry comes last and unchained');
END;

CREATE TRIGGER audit_entry_is_forever_d BEFORE DELETE ON audit_entry
BEGIN
  SELECT RAISE (ABORT, 'audit entries cannot be removed');
END;

-- The one thing that is ever added to an entry is its link, once, after the entry before it has got its own.
CREATE TRIGGER audit_entry_is_forever_u BEFORE UPDATE ON audit_entry
WHEN OLD.hash IS NOT NULL OR NEW.hash IS NULL
  OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.actor_id IS NOT OLD.actor_id
  OR NEW.actor_role <> OLD.actor_role OR NEW.actor_name <> OLD.actor_name OR NEW.address IS NOT OLD.address
  OR NEW.device IS NOT OLD.device OR NEW.action <> OLD.action OR NEW.subject <> OLD.subject OR NEW.detail <> OLD.detail
  OR NEW.prev_hash IS NOT (
    CASE WHEN NEW.seq = 1 THEN '' ELSE (SELECT hash FROM audit_entry WHERE seq = NEW.seq - 1) END
  )
BEGIN
  SELECT RAISE (ABORT, 'audit entries cannot be changed');
END;
