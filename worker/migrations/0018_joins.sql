-- What residents need besides filing: joining a report that is public already, and finding a place by its sound.

-- "我也遇到了": who else has met what a public report tells of. Counted once a person.
CREATE TABLE report_join (
  report_id INTEGER NOT NULL REFERENCES report (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  joined_at INTEGER NOT NULL,
  PRIMARY KEY (report_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_join_by_account ON report_join (account_id, report_id);

-- Whoever joined is told how it ends, as long as they may read it.
CREATE TRIGGER report_event_is_told_to_joiners AFTER UPDATE OF version ON report
WHEN NEW.is_public = 1 AND NEW.state IS NOT OLD.state AND NEW.state IN ('answered', 'declined', 'withdrawn')
BEGIN
  INSERT OR IGNORE INTO outbox (report_id, seq, kind, recipient_kind, recipient_code, created_at)
  SELECT NEW.id, NEW.version, 'event', 'account', joined.account_id, event.at
  FROM report_join AS joined
  JOIN report_event AS event ON event.report_id = NEW.id AND event.seq = NEW.version
  WHERE joined.report_id = NEW.id AND joined.account_id IS NOT event.actor_id;
END;

-- Hanyu Pinyin of a name and its initials: 'beijingjielianluozhan bjjllz'. Empty until somebody has spelled it.
ALTER TABLE district ADD COLUMN pinyin TEXT NOT NULL DEFAULT '';
ALTER TABLE street ADD COLUMN pinyin TEXT NOT NULL DEFAULT '';
ALTER TABLE station ADD COLUMN pinyin TEXT NOT NULL DEFAULT '';
