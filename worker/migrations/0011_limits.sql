-- How often something was done within a window of time, and which proofs of work are used up. Both are forgotten
-- when their time is over; the time comes first in the keys, so that forgetting reads nothing else.

-- `key` is an HMAC of whom or what is counted: no name, number, address or text can be read here.
CREATE TABLE limit_count (
  ends_at INTEGER NOT NULL,
  rule TEXT NOT NULL,
  key TEXT NOT NULL,
  uses INTEGER NOT NULL,
  PRIMARY KEY (ends_at, rule, key)
) STRICT, WITHOUT ROWID;

-- `spent_for` is an HMAC of the one request that a proof was given with; its repetitions may show it again.
CREATE TABLE spent_proof (
  expires_at INTEGER NOT NULL,
  id TEXT NOT NULL,
  spent_for TEXT NOT NULL,
  PRIMARY KEY (expires_at, id)
) STRICT, WITHOUT ROWID;

-- A proof buys one request, whoever writes.
CREATE TRIGGER spent_proof_is_spent BEFORE UPDATE ON spent_proof
BEGIN
  SELECT RAISE (ABORT, 'a proof is spent once');
END;

-- Why a person should look before anything else is done with a new report; null for nearly all.
ALTER TABLE report ADD COLUMN held_reason TEXT;

CREATE TRIGGER report_hold_stays BEFORE UPDATE OF held_reason ON report WHEN NEW.held_reason IS NOT OLD.held_reason
BEGIN
  SELECT RAISE (ABORT, 'why a report was held is known from its beginning');
END;
