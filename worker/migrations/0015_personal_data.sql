-- Personal data: how long it is kept, and how it goes without breaking any history.

-- Words are in the chain by a hash of their own, with a salt that goes with them: erased words leave a chain that can
-- still be computed, and a hash from which nobody finds out what they were.
ALTER TABLE report_event ADD COLUMN text_salt TEXT;
ALTER TABLE report_event ADD COLUMN text_hash TEXT;
ALTER TABLE report ADD COLUMN filed_salt TEXT;
ALTER TABLE report ADD COLUMN anonymised_at INTEGER;
-- Key id and HMAC of the telephone number, by which a reporter's reports are found. No number can be read from it.
ALTER TABLE report ADD COLUMN phone_hash TEXT;
ALTER TABLE idempotency_key ADD COLUMN report_number TEXT;

CREATE INDEX report_by_phone ON report (phone_hash, id) WHERE phone_hash IS NOT NULL;
CREATE INDEX idempotency_key_by_report ON idempotency_key (report_number) WHERE report_number IS NOT NULL;
-- What the sweep looks for, so that a run over a city with nothing to erase reads nothing.
CREATE INDEX report_words_kept ON report (updated_at, id)
  WHERE anonymised_at IS NULL AND state IN ('closed', 'declined', 'withdrawn');
CREATE INDEX report_contact_kept ON report (updated_at, id)
  WHERE contact_sealed IS NOT NULL AND state IN ('closed', 'declined', 'withdrawn');

-- Reporters who want everything erased, as long as their report is still on its way.
CREATE TABLE erasure_request (
  report_id INTEGER PRIMARY KEY REFERENCES report (id),
  asked_at INTEGER NOT NULL
) STRICT;

-- The owner of a device wants nothing of it kept.
ALTER TABLE account ADD COLUMN forget_asked_at INTEGER;
CREATE INDEX account_to_forget ON account (id) WHERE forget_asked_at IS NOT NULL AND disabled_at IS NULL;

-- Days that something is kept after the last thing that happened to a report that is over; '*' for every category.
CREATE TABLE retention_limit (
  category_code TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('contact', 'words')),
  days INTEGER NOT NULL CHECK (days >= 1),
  PRIMARY KEY (category_code, what)
) STRICT, WITHOUT ROWID;
INSERT INTO retention_limit (category_code, what, days) VALUES ('*', 'contact', 180), ('*', 'words', 1095);

CREATE TRIGGER retention_limit_has_a_default BEFORE DELETE ON retention_limit WHEN OLD.category_code = '*'
BEGIN
  SELECT RAISE (ABORT, 'a city keeps a limit for everything');
END;

INSERT INTO lifecycle_transition (action, from_state, to_state) VALUES
  ('anonymise', 'closed', 'closed'),
  ('anonymise', 'declined', 'declined'),
  ('anonymise', 'withdrawn', 'withdrawn');

CREATE TRIGGER report_event_words_are_vouched_for BEFORE INSERT ON report_event
WHEN (NEW.text IS NULL) <> (NEW.text_hash IS NULL) OR (NEW.text IS NULL) <> (NEW.text_salt IS NULL)
BEGIN
  SELECT RAISE (ABORT, 'words come with their hash');
END;

CREATE TRIGGER report_event_anonymises BEFORE INSERT ON report_event
WHEN (NEW.action = 'anonymise') <> (json_type(NEW.changes, '$.anonymised_at') IS 'integer')
BEGIN
  SELECT RAISE (ABORT, 'to anonymise is an event of its own');
END;

-- Events stay as they are, but for words that an anonymised report gives up.
DROP TRIGGER report_event_is_forever_u;
CREATE TRIGGER report_event_is_forever_u BEFORE UPDATE ON report_event
WHEN NEW.text IS NOT NULL OR NEW.text_salt IS NOT NULL OR NEW.text_hash IS NOT OLD.text_hash
  OR NEW.report_id <> OLD.report_id OR NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.action <> OLD.action
  OR NEW.from_state <> OLD.from_state OR NEW.to_state <> OLD.to_state OR NEW.at <> OLD.at
  OR NEW.actor_id IS NOT OLD.actor_id OR NEW.actor_role <> OLD.actor_role OR NEW.actor_name <> OLD.actor_name
  OR NEW.actor_person IS NOT OLD.actor_person OR NEW.photo_ids <> OLD.photo_ids OR NEW.internal <> OLD.internal
  OR NEW.data <> OLD.data OR NEW.changes <> OLD.changes OR NEW.prev_hash <> OLD.prev_hash OR NEW.hash <> OLD.hash
  OR (SELECT anonymised_at FROM report WHERE id = OLD.report_id) IS NULL
BEGIN
  SELECT RAISE (ABORT, 'events cannot be changed');
END;

-- What was filed stays as it was filed, until it is erased as a whole.
CREATE TRIGGER report_words_stay BEFORE UPDATE OF text, answers, lat_e6, lng_e6, cell, address, filed_salt, reporter_id
ON report
WHEN NEW.text IS NOT OLD.text OR NEW.answers IS NOT OLD.answers OR NEW.lat_e6 IS NOT OLD.lat_e6
  OR NEW.lng_e6 IS NOT OLD.lng_e6 OR NEW.cell IS NOT OLD.cell OR NEW.address IS NOT OLD.address
  OR NEW.filed_salt IS NOT OLD.filed_salt OR NEW.reporter_id IS NOT OLD.reporter_id
BEGIN
  SELECT RAISE (ABORT, 'what was filed stays, or goes as a whole')
  WHERE OLD.anonymised_at IS NULL OR NEW.text <> '' OR NEW.answers <> '{}' OR NEW.lat_e6 IS NOT NULL
    OR NEW.lng_e6 IS NOT NULL OR NEW.cell IS NOT NULL OR NEW.address IS NOT NULL OR NEW.filed_salt IS NOT NULL
    OR NEW.reporter_id IS NOT NULL;
END;

-- A contact is encrypted anew or erased; nobody adds one afterwards.
CREATE TRIGGER report_contact_goes BEFORE UPDATE OF contact_sealed, phone_hash ON report
WHEN (OLD.contact_sealed IS NULL AND NEW.contact_sealed IS NOT NULL)
  OR (OLD.phone_hash IS NULL AND NEW.phone_hash IS NOT NULL AND NEW.contact_sealed IS NULL)
BEGIN
  SELECT RAISE (ABORT, 'nobody adds a contact afterwards');
END;

DROP TRIGGER report_follows_its_events;
CREATE TRIGGER report_follows_its_events BEFORE UPDATE OF
  number, version, head_hash, state, updated_at, round, body_code, co_body_codes, deputy_id, complexity, holder_type,
  holder_code, due_at, remind_at, escalate_at, overdue_level, promised_at, promised_provisional, waiting_since, bounces,
  adjudicated, declined_by, appealed, finished_by, escalated, lead_number, merged_from, extension, extension_days,
  supervision, order_text, order_due_at, is_public, public_text, rated_answered, rated_solved, rated_satisfied, answered_at,
  anonymised_at
ON report
BEGIN
  SELECT RAISE (ABORT, 'a report changes only through its events')
  WHERE NEW.number <> OLD.number OR NEW.version <> OLD.version + 1 OR NOT EXISTS (
    SELECT 1 FROM report_event
    WHERE report_id = NEW.id AND seq = NEW.version AND hash = NEW.head_hash AND to_state = NEW.state
  );
END;

DROP TRIGGER report_event_projects;
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
    remind_at = CASE WHEN json_type(NEW.changes, '$.remind_at') IS NULL THEN remind_at ELSE NEW.changes ->> '$.remind_at' END,
    escalate_at = CASE WHEN json_type(NEW.changes, '$.escalate_at') IS NULL THEN escalate_at ELSE NEW.changes ->> '$.escalate_at' END,
    overdue_level = coalesce(NEW.changes ->> '$.overdue_level', overdue_level),
    promised_at = coalesce(NEW.changes ->> '$.promised_at', promised_at),
    promised_provisional = coalesce(NEW.changes ->> '$.promised_provisional', promised_provisional),
    waiting_since = CASE WHEN json_type(NEW.changes, '$.waiting_since') IS NULL THEN waiting_since ELSE NEW.changes ->> '$.waiting_since' END,
    bounces = coalesce(NEW.changes ->> '$.bounces', bounces),
    adjudicated = coalesce(NEW.changes ->> '$.adjudicated', adjudicated),
    declined_by = CASE WHEN json_type(NEW.changes, '$.declined_by') IS NULL THEN declined_by ELSE NEW.changes ->> '$.declined_by' END,
    appealed = coalesce(NEW.changes ->> '$.appealed', appealed),
    finished_by = CASE WHEN json_type(NEW.changes, '$.finished_by') IS NULL THEN finished_by ELSE NEW.changes ->> '$.finished_by' END,
    escalated = coalesce(NEW.changes ->> '$.escalated', escalated),
    lead_number = CASE WHEN json_type(NEW.changes, '$.lead_number') IS NULL THEN lead_number ELSE NEW.changes ->> '$.lead_number' END,
    merged_from = CASE WHEN json_type(NEW.changes, '$.merged_from') IS NULL THEN merged_from ELSE NEW.changes ->> '$.merged_from' END,
    extension = coalesce(NEW.changes ->> '$.extension', extension),
    extension_days = CASE WHEN json_type(NEW.changes, '$.extension_days') IS NULL THEN extension_days ELSE NEW.changes ->> '$.extension_days' END,
    supervision = coalesce(NEW.changes ->> '$.supervision', supervision),
    order_text = CASE
      WHEN NEW.action = 'anonymise' THEN NULL
      WHEN NEW.action = 'order' THEN NEW.text
      WHEN json_type(NEW.changes, '$.order_text') IS NULL THEN order_text
      ELSE NEW.changes ->> '$.order_text'
    END,
    order_due_at = CASE WHEN json_type(NEW.changes, '$.order_due_at') IS NULL THEN order_due_at ELSE NEW.changes ->> '$.order_due_at' END,
    is_public = coalesce(NEW.changes ->> '$.is_public', is_public),
    public_text = CASE
      WHEN NEW.action = 'anonymise' THEN NULL
      WHEN NEW.action IN ('publish', 'redact') THEN coalesce(NEW.text, public_text)
      ELSE public_text
    END,
    anonymised_at = coalesce(NEW.changes ->> '$.anonymised_at', anonymised_at),
    rated_answered = CASE WHEN json_type(NEW.changes, '$.rated_answered') IS NULL THEN rated_answered ELSE NEW.changes ->> '$.rated_answered' END,
    rated_solved = CASE WHEN json_type(NEW.changes, '$.rated_solved') IS NULL THEN rated_solved ELSE NEW.changes ->> '$.rated_solved' END,
    rated_satisfied = CASE WHEN json_type(NEW.changes, '$.rated_satisfied') IS NULL THEN rated_satisfied ELSE NEW.changes ->> '$.rated_satisfied' END,
    answered_at = CASE WHEN NEW.to_state = 'answered' AND NEW.from_state <> 'answered' THEN NEW.at ELSE answered_at END
  WHERE id = NEW.report_id;

  INSERT INTO report_photo (photo_id, report_id, seq, ordinal)
  SELECT photo.value, NEW.report_id, NEW.seq, photo.key FROM json_each(NEW.photo_ids) AS photo;

  DELETE FROM report_co_body WHERE report_id = NEW.report_id AND json_type(NEW.changes, '$.co_body_codes') IS NOT NULL;
  INSERT INTO report_co_body (body_code, report_id)
  SELECT co_body.value, NEW.report_id FROM json_each(coalesce(NEW.changes -> '$.co_body_codes', '[]')) AS co_body;

  -- Publication names the photos that a person has looked at; without it none is public.
  UPDATE report_photo
  SET is_public = photo_id IN (
    SELECT value FROM json_each(iif(json_type(NEW.data, '$.photoIds') = 'array', NEW.data -> '$.photoIds', '[]'))
  )
  WHERE report_id = NEW.report_id
    AND (NEW.action IN ('publish', 'unpublish') OR (NEW.action = 'redact' AND json_type(NEW.data, '$.photoIds') = 'array'));

  -- Whoever writes this event erases: what people wrote, who they are, where it was, what they photographed, and every
  -- answer that was kept for a repeated request. The bytes of the photos go when this is done.
  UPDATE report SET
    text = '', answers = '{}', lat_e6 = NULL, lng_e6 = NULL, cell = NULL, address = NULL, contact_sealed = NULL,
    phone_hash = NULL, filed_salt = NULL, reporter_id = NULL
  WHERE id = NEW.report_id AND NEW.action = 'anonymise';
  UPDATE report_event SET text = NULL, text_salt = NULL
  WHERE report_id = NEW.report_id AND text IS NOT NULL AND NEW.action = 'anonymise';
  DELETE FROM report_photo WHERE report_id = NEW.report_id AND NEW.action = 'anonymise';
  -- Copies before the originals they were made from.
  DELETE FROM photo WHERE NEW.action = 'anonymise' AND redacts IS NOT NULL AND id IN (
    SELECT value FROM report_event, json_each(report_event.photo_ids) WHERE report_event.report_id = NEW.report_id
  );
  DELETE FROM photo WHERE NEW.action = 'anonymise' AND id IN (
    SELECT value FROM report_event, json_each(report_event.photo_ids) WHERE report_event.report_id = NEW.report_id
  );
  DELETE FROM idempotency_key
  WHERE NEW.action = 'anonymise' AND report_number = (SELECT number FROM report WHERE id = NEW.report_id);
  DELETE FROM erasure_request WHERE report_id = NEW.report_id AND NEW.action = 'anonymise';
END;
