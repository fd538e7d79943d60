-- What deputies do: the reports they watch, the common problems they note, and their record of a year.

-- A deputy's own events by time; those of others need no index of this kind.
CREATE INDEX report_event_of_deputies ON report_event (actor_id, at) WHERE actor_role = 'deputy';

-- A common problem as a deputy sees it, for the supervisor of the deputy's district.
CREATE TABLE problem_note (
  id INTEGER PRIMARY KEY,
  -- What the API calls the id: eight letters, from the same stock as the suggestions' and the topics'.
  code TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES account (id),
  category_code TEXT NOT NULL REFERENCES category (code),
  district_code TEXT NOT NULL REFERENCES district (code),
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- What became of it: put aside, or a topic was opened from it; both null while it waits.
  dismissed_at INTEGER,
  topic_id INTEGER REFERENCES topic (id),
  CHECK (dismissed_at IS NULL OR topic_id IS NULL)
) STRICT;
CREATE INDEX problem_note_by_account ON problem_note (account_id, id);
CREATE INDEX problem_note_waiting ON problem_note (created_at, id) WHERE dismissed_at IS NULL AND topic_id IS NULL;

CREATE TABLE problem_note_report (
  note_id INTEGER NOT NULL REFERENCES problem_note (id),
  report_id INTEGER NOT NULL REFERENCES report (id),
  PRIMARY KEY (note_id, report_id)
) STRICT, WITHOUT ROWID;
