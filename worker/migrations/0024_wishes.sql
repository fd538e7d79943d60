-- "I want this in my district": who wants which reform case where. The cases are files, so a case is known by its slug.

-- Once a person and case; whoever moves or thinks again names another district, or takes it back.
CREATE TABLE case_wish (
  case_slug TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  district_code TEXT NOT NULL REFERENCES district (code),
  wished_at INTEGER NOT NULL,
  PRIMARY KEY (case_slug, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_wish_by_account ON case_wish (account_id, wished_at);

-- How many want it where: kept by triggers, so that no page counts through all wishes.
CREATE TABLE case_demand (
  case_slug TEXT NOT NULL,
  district_code TEXT NOT NULL REFERENCES district (code),
  wishes INTEGER NOT NULL CHECK (wishes >= 0),
  PRIMARY KEY (case_slug, district_code)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER case_wish_is_counted AFTER INSERT ON case_wish
BEGIN
  INSERT INTO case_demand (case_slug, district_code, wishes) VALUES (NEW.case_slug, NEW.district_code, 1)
  ON CONFLICT (case_slug, district_code) DO UPDATE SET wishes = wishes + 1;
END;

CREATE TRIGGER case_wish_is_moved AFTER UPDATE OF district_code ON case_wish
WHEN NEW.district_code IS NOT OLD.district_code
BEGIN
  UPDATE case_demand SET wishes = wishes - 1
  WHERE case_slug = OLD.case_slug AND district_code = OLD.district_code;
  INSERT INTO case_demand (case_slug, district_code, wishes) VALUES (NEW.case_slug, NEW.district_code, 1)
  ON CONFLICT (case_slug, district_code) DO UPDATE SET wishes = wishes + 1;
END;

CREATE TRIGGER case_wish_is_taken_back AFTER DELETE ON case_wish
BEGIN
  UPDATE case_demand SET wishes = wishes - 1
  WHERE case_slug = OLD.case_slug AND district_code = OLD.district_code;
END;

-- Public reports that tell of a case: counted and listed for its page.
CREATE INDEX report_public_by_case ON report (case_slug, id) WHERE is_public = 1 AND case_slug IS NOT NULL;
