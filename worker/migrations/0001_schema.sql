-- Times are integer milliseconds since 1970 (UTC); positions integer micro-degrees (WGS84); codes are text keys.
-- Every table is STRICT. Vital rules rest on triggers, keys and foreign keys: a CHECK can be switched off in a batch.

-- The city -----------------------------------------------------------------------------------------------------

CREATE TABLE district (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_hant TEXT NOT NULL,
  name_en TEXT NOT NULL,
  lat_e6 INTEGER NOT NULL,
  lng_e6 INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE street (
  code TEXT PRIMARY KEY,
  district_code TEXT NOT NULL REFERENCES district (code),
  name TEXT NOT NULL,
  name_hant TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('street', 'town'))
) STRICT, WITHOUT ROWID;

CREATE TABLE station (
  number TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_hant TEXT NOT NULL,
  district_code TEXT NOT NULL REFERENCES district (code),
  street_code TEXT NOT NULL REFERENCES street (code),
  address TEXT NOT NULL,
  lat_e6 INTEGER NOT NULL,
  lng_e6 INTEGER NOT NULL,
  hours TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX station_by_district ON station (district_code, number);

-- The code in a printed link. A revoked one stays, so that an old poster can be told from a forged one.
CREATE TABLE station_code (
  code TEXT PRIMARY KEY,
  station_number TEXT NOT NULL REFERENCES station (number),
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX station_code_in_force ON station_code (station_number) WHERE revoked_at IS NULL;

CREATE TABLE deputy (
  id TEXT PRIMARY KEY,
  station_number TEXT NOT NULL REFERENCES station (number),
  name TEXT NOT NULL,
  name_hant TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('nation', 'province', 'city', 'district', 'town')),
  title TEXT NOT NULL,
  title_hant TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX deputy_by_station ON deputy (station_number, id);

CREATE TABLE body (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_hant TEXT NOT NULL,
  name_en TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('street_office', 'district_department', 'city_department')),
  district_code TEXT REFERENCES district (code),
  street_code TEXT REFERENCES street (code)
) STRICT, WITHOUT ROWID;
CREATE INDEX body_by_district ON body (district_code, kind, code);

CREATE TABLE category_group (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_hant TEXT NOT NULL,
  name_en TEXT NOT NULL,
  icon TEXT NOT NULL,
  sort INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE category (
  code TEXT PRIMARY KEY,
  group_code TEXT NOT NULL REFERENCES category_group (code),
  name TEXT NOT NULL,
  name_hant TEXT NOT NULL,
  name_en TEXT NOT NULL,
  icon TEXT NOT NULL,
  sort INTEGER NOT NULL,
  evidence_required INTEGER NOT NULL,
  complexity TEXT NOT NULL CHECK (complexity IN ('simple', 'ordinary', 'complex')),
  questions TEXT NOT NULL CHECK (json_valid(questions)),
  keywords TEXT NOT NULL CHECK (json_valid(keywords))
) STRICT, WITHOUT ROWID;

-- Days allowed for a step; '*' stands for every category or complexity. `rating` counts calendar days.
CREATE TABLE deadline_limit (
  category_code TEXT NOT NULL,
  complexity TEXT NOT NULL CHECK (complexity IN ('*', 'simple', 'ordinary', 'complex')),
  step TEXT NOT NULL CHECK (step IN ('pre_review', 'sign', 'handle', 'review', 'rating', 'needs_info')),
  days INTEGER NOT NULL,
  PRIMARY KEY (category_code, complexity, step)
) STRICT, WITHOUT ROWID;

-- Category × district → body. A row with a street wins over the district's.
CREATE TABLE routing_rule (
  category_code TEXT NOT NULL REFERENCES category (code),
  district_code TEXT NOT NULL REFERENCES district (code),
  street_code TEXT NOT NULL DEFAULT '',
  body_code TEXT NOT NULL REFERENCES body (code),
  PRIMARY KEY (category_code, district_code, street_code)
) STRICT, WITHOUT ROWID;

-- The official working calendar, as far as it is published.
CREATE TABLE calendar_year (
  year INTEGER PRIMARY KEY,
  source TEXT NOT NULL
) STRICT;

CREATE TABLE calendar_day (
  date TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'workday')),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a city remembers about itself, such as how far its demonstration reports were written.
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- People -------------------------------------------------------------------------------------------------------

-- A resident's device is an account too, without name and password.
CREATE TABLE account (
  id TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('resident', 'deputy', 'station', 'body', 'supervisor', 'admin')),
  username TEXT UNIQUE,
  password_hash TEXT,
  name TEXT,
  station_number TEXT REFERENCES station (number),
  body_code TEXT REFERENCES body (code),
  district_code TEXT REFERENCES district (code),
  deputy_id TEXT REFERENCES deputy (id),
  created_at INTEGER NOT NULL,
  disabled_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_account ON session (account_id);

-- Photos -------------------------------------------------------------------------------------------------------

CREATE TABLE photo (
  id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES account (id),
  type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  has_thumb INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_by_owner ON photo (owner_id, created_at);

-- Reports ------------------------------------------------------------------------------------------------------

-- A row is the projection of its events: the columns after `version` change only through the trigger below.
CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  channel TEXT NOT NULL CHECK (channel IN ('opinion', 'snapshot')),
  station_number TEXT REFERENCES station (number),
  district_code TEXT NOT NULL REFERENCES district (code),
  category_code TEXT NOT NULL REFERENCES category (code),
  text TEXT NOT NULL,
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  lat_e6 INTEGER,
  lng_e6 INTEGER,
  cell INTEGER,
  address TEXT,
  contact_sealed TEXT,
  consent_public INTEGER NOT NULL,
  case_slug TEXT,
  reporter_id TEXT REFERENCES account (id),
  filer_deputy_id TEXT REFERENCES deputy (id),
  created_at INTEGER NOT NULL,

  version INTEGER NOT NULL DEFAULT 0,
  head_hash TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '',
  updated_at INTEGER NOT NULL DEFAULT 0,
  round INTEGER NOT NULL DEFAULT 1,
  body_code TEXT REFERENCES body (code),
  co_body_codes TEXT NOT NULL DEFAULT '[]',
  deputy_id TEXT REFERENCES deputy (id),
  complexity TEXT NOT NULL DEFAULT 'ordinary',
  holder_type TEXT,
  holder_code TEXT,
  due_at INTEGER,
  promised_at INTEGER NOT NULL DEFAULT 0,
  promised_provisional INTEGER NOT NULL DEFAULT 0,
  waiting_since INTEGER,
  bounces INTEGER NOT NULL DEFAULT 0,
  adjudicated INTEGER NOT NULL DEFAULT 0,
  declined_by TEXT,
  appealed INTEGER NOT NULL DEFAULT 0,
  finished_by TEXT,
  escalated INTEGER NOT NULL DEFAULT 0,
  extension TEXT NOT NULL DEFAULT 'none',
  extension_days INTEGER,
  supervision TEXT NOT NULL DEFAULT 'none',
  order_text TEXT,
  order_due_at INTEGER,
  is_public INTEGER NOT NULL DEFAULT 0,
  public_text TEXT,
  rated_answered INTEGER,
  rated_solved INTEGER,
  rated_satisfied INTEGER,
  answered_at INTEGER
) STRICT;
CREATE INDEX report_by_station ON report (station_number, id);
CREATE INDEX report_by_body ON report (body_code, id);
CREATE INDEX report_by_district ON report (district_code, id);
CREATE INDEX report_by_reporter ON report (reporter_id, id) WHERE reporter_id IS NOT NULL;
CREATE INDEX report_by_filer ON report (filer_deputy_id, id) WHERE filer_deputy_id IS NOT NULL;
CREATE INDEX report_by_deputy ON report (deputy_id, id) WHERE deputy_id IS NOT NULL;
CREATE INDEX report_by_holder ON report (holder_type, holder_code, due_at, id);
CREATE INDEX report_public ON report (is_public, id) WHERE is_public = 1;
CREATE INDEX report_near ON report (cell, id) WHERE cell IS NOT NULL;

-- Bodies that help with a report read it too.
CREATE TABLE report_co_body (
  body_code TEXT NOT NULL REFERENCES body (code),
  report_id INTEGER NOT NULL REFERENCES report (id),
  PRIMARY KEY (body_code, report_id)
) STRICT, WITHOUT ROWID;

-- The single steps that the table in shared/domain/report-lifecycle.ts allows; a test holds the two equal.
CREATE TABLE lifecycle_transition (
  action TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  PRIMARY KEY (action, from_state, to_state)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_event (
  report_id INTEGER NOT NULL REFERENCES report (id),
  seq INTEGER NOT NULL,
  -- Tells two events apart that say the same in the same millisecond: only one of them was written.
  id TEXT NOT NULL UNIQUE,
  action TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor_id TEXT,
  actor_role TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  actor_person TEXT,
  text TEXT,
  photo_ids TEXT NOT NULL DEFAULT '[]',
  internal INTEGER NOT NULL DEFAULT 0,
  data TEXT NOT NULL DEFAULT '{}',
  -- The facts this event changes, keyed by the report's column names.
  changes TEXT NOT NULL DEFAULT '{}',
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (report_id, seq)
) STRICT, WITHOUT ROWID;

-- A photo belongs to one event, once.
CREATE TABLE report_photo (
  photo_id TEXT PRIMARY KEY REFERENCES photo (id),
  report_id INTEGER NOT NULL REFERENCES report (id),
  seq INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  is_public INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX report_photo_by_report ON report_photo (report_id, seq, ordinal);

-- Refuses an event that does not continue its report: wrong number, wrong state, wrong hash, unknown step.
CREATE TRIGGER report_event_continues BEFORE INSERT ON report_event
BEGIN
  SELECT RAISE (ABORT, 'event does not follow its report')
  WHERE NOT EXISTS (
    SELECT 1 FROM report
    WHERE id = NEW.report_id AND version = NEW.seq - 1 AND state = NEW.from_state AND head_hash = NEW.prev_hash
  );
  SELECT RAISE (ABORT, 'step not in the lifecycle')
  WHERE NOT EXISTS (
    SELECT 1 FROM lifecycle_transition
    WHERE action = NEW.action AND from_state = NEW.from_state AND to_state = NEW.to_state
  );
END;

CREATE TRIGGER report_event_is_forever_u BEFORE UPDATE ON report_event
BEGIN
  SELECT RAISE (ABORT, 'events cannot be changed');
END;

CREATE TRIGGER report_event_is_forever_d BEFORE DELETE ON report_event
BEGIN
  SELECT RAISE (ABORT, 'events cannot be removed');
END;

-- Projects an event onto its report: a key that `changes` does not name keeps its value, a null clears it.
CREATE TRIGGER report_event_projects AFTER INSERT ON report_event
BEGIN
  UPDATE report SET
    version = NEW.seq,
    head_hash = NEW.hash,
    state = NEW.to_state,
    updated_at = NEW.at,
    round = coalesce(NEW.changes ->> '$.round', round),
    body_code = CASE WHEN json_type(NEW.changes, '$.body_code') IS NULL THEN body_code ELSE NEW.changes ->> '$.body_code' END,
    co_body_codes = coalesce(NEW.changes ->> '$.co_body_codes', co_body_codes),
    deputy_id = CASE WHEN json_type(NEW.changes, '$.deputy_id') IS NULL THEN deputy_id ELSE NEW.changes ->> '$.deputy_id' END,
    complexity = coalesce(NEW.changes ->> '$.complexity', complexity),
    holder_type = CASE WHEN json_type(NEW.changes, '$.holder_type') IS NULL THEN holder_type ELSE NEW.changes ->> '$.holder_type' END,
    holder_code = CASE WHEN json_type(NEW.changes, '$.holder_code') IS NULL THEN holder_code ELSE NEW.changes ->> '$.holder_code' END,
    due_at = CASE WHEN json_type(NEW.changes, '$.due_at') IS NULL THEN due_at ELSE NEW.changes ->> '$.due_at' END,
    promised_at = coalesce(NEW.changes ->> '$.promised_at', promised_at),
    promised_provisional = coalesce(NEW.changes ->> '$.promised_provisional', promised_provisional),
    waiting_since = CASE WHEN json_type(NEW.changes, '$.waiting_since') IS NULL THEN waiting_since ELSE NEW.changes ->> '$.waiting_since' END,
    bounces = coalesce(NEW.changes ->> '$.bounces', bounces),
    adjudicated = coalesce(NEW.changes ->> '$.adjudicated', adjudicated),
    declined_by = CASE WHEN json_type(NEW.changes, '$.declined_by') IS NULL THEN declined_by ELSE NEW.changes ->> '$.declined_by' END,
    appealed = coalesce(NEW.changes ->> '$.appealed', appealed),
    finished_by = CASE WHEN json_type(NEW.changes, '$.finished_by') IS NULL THEN finished_by ELSE NEW.changes ->> '$.finished_by' END,
    escalated = coalesce(NEW.changes ->> '$.escalated', escalated),
    extension = coalesce(NEW.changes ->> '$.extension', extension),
    extension_days = CASE WHEN json_type(NEW.changes, '$.extension_days') IS NULL THEN extension_days ELSE NEW.changes ->> '$.extension_days' END,
    supervision = coalesce(NEW.changes ->> '$.supervision', supervision),
    order_text = CASE WHEN json_type(NEW.changes, '$.order_text') IS NULL THEN order_text ELSE NEW.changes ->> '$.order_text' END,
    order_due_at = CASE WHEN json_type(NEW.changes, '$.order_due_at') IS NULL THEN order_due_at ELSE NEW.changes ->> '$.order_due_at' END,
    is_public = coalesce(NEW.changes ->> '$.is_public', is_public),
    public_text = CASE WHEN json_type(NEW.changes, '$.public_text') IS NULL THEN public_text ELSE NEW.changes ->> '$.public_text' END,
    rated_answered = CASE WHEN json_type(NEW.changes, '$.rated_answered') IS NULL THEN rated_answered ELSE NEW.changes ->> '$.rated_answered' END,
    rated_solved = CASE WHEN json_type(NEW.changes, '$.rated_solved') IS NULL THEN rated_solved ELSE NEW.changes ->> '$.rated_solved' END,
    rated_satisfied = CASE WHEN json_type(NEW.changes, '$.rated_satisfied') IS NULL THEN rated_satisfied ELSE NEW.changes ->> '$.rated_satisfied' END,
    answered_at = CASE WHEN NEW.to_state = 'answered' AND NEW.from_state = 'in_review' THEN NEW.at ELSE answered_at END
  WHERE id = NEW.report_id;

  INSERT INTO report_photo (photo_id, report_id, seq, ordinal)
  SELECT photo.value, NEW.report_id, NEW.seq, photo.key FROM json_each(NEW.photo_ids) AS photo;

  DELETE FROM report_co_body WHERE report_id = NEW.report_id AND json_type(NEW.changes, '$.co_body_codes') IS NOT NULL;
  INSERT INTO report_co_body (body_code, report_id)
  SELECT co_body.value, NEW.report_id FROM json_each(coalesce(NEW.changes -> '$.co_body_codes', '[]')) AS co_body;

  -- Publication names the photos that a person has looked at; without it none is public.
  UPDATE report_photo
  SET is_public = photo_id IN (SELECT value FROM json_each(coalesce(NEW.data -> '$.photoIds', '[]')))
  WHERE report_id = NEW.report_id AND NEW.action IN ('publish', 'unpublish');

  INSERT INTO outbox (report_id, seq, account_id, created_at)
  SELECT NEW.report_id, NEW.seq, report.reporter_id, NEW.at
  FROM report
  WHERE report.id = NEW.report_id AND NEW.internal = 0 AND report.reporter_id IS NOT NULL
    AND report.reporter_id IS NOT NEW.actor_id;
END;

-- Writes ------------------------------------------------------------------------------------------------------

-- What a caller's key was answered: the same key again gets the same words.
CREATE TABLE idempotency_key (
  key TEXT PRIMARY KEY,
  caller TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  answer TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);

-- Notices to deliver. Written in the transaction of the event, so a commit is never without its notice.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES report (id),
  seq INTEGER NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  created_at INTEGER NOT NULL,
  delivered_at INTEGER,
  UNIQUE (report_id, seq, account_id)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered_at IS NULL;

-- The in-app inbox, which is the record.
CREATE TABLE notification (
  account_id TEXT NOT NULL REFERENCES account (id),
  id INTEGER NOT NULL REFERENCES outbox (id),
  report_number TEXT NOT NULL,
  seq INTEGER NOT NULL,
  action TEXT NOT NULL,
  to_state TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  read_at INTEGER,
  PRIMARY KEY (account_id, id)
) STRICT, WITHOUT ROWID;
