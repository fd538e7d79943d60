-- Ready words for the forms of offices: of the whole city, of a body or of a station. `{…}` are variables; which there
-- are is in shared/domain/answer-template.ts.
CREATE TABLE answer_template (
  code TEXT PRIMARY KEY,
  action TEXT NOT NULL,
  body_code TEXT REFERENCES body (code),
  station_number TEXT REFERENCES station (number),
  name TEXT NOT NULL,
  name_hant TEXT NOT NULL,
  text TEXT NOT NULL,
  text_hant TEXT NOT NULL,
  sort INTEGER NOT NULL,
  -- 0: no longer offered, kept for what it was
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_template_by_action ON answer_template (action, active, sort);

-- Which deputies can be met at their station on which day (YYYY-MM-DD in Asia/Shanghai).
CREATE TABLE deputy_duty (
  station_number TEXT NOT NULL REFERENCES station (number),
  day TEXT NOT NULL,
  deputy_id TEXT NOT NULL REFERENCES deputy (id),
  PRIMARY KEY (station_number, day, deputy_id)
) STRICT, WITHOUT ROWID;
