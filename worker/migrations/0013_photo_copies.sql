-- A photo in which a person has blacked out what the public must not see, beside the original it was made from.
ALTER TABLE photo ADD COLUMN redacts TEXT REFERENCES photo (id);
CREATE INDEX photo_by_original ON photo (redacts) WHERE redacts IS NOT NULL;

CREATE TRIGGER photo_copy_has_an_original BEFORE INSERT ON photo WHEN NEW.redacts IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'a copy is made of an original')
  FROM photo WHERE id = NEW.redacts AND redacts IS NOT NULL;
END;

CREATE TRIGGER photo_copy_stays_one BEFORE UPDATE OF redacts ON photo WHEN NEW.redacts IS NOT OLD.redacts
BEGIN
  SELECT RAISE (ABORT, 'what a photo was made from is known from its beginning');
END;

-- A copy comes with a publication, to the report that has the original, and nowhere else.
CREATE TRIGGER report_photo_copy_comes_with_publication BEFORE INSERT ON report_photo
WHEN (SELECT redacts FROM photo WHERE id = NEW.photo_id) IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'a copy belongs to the publication of its original')
  WHERE NOT EXISTS (
      SELECT 1 FROM report_event
      WHERE report_id = NEW.report_id AND seq = NEW.seq AND action IN ('publish', 'redact')
    )
    OR NOT EXISTS (
      SELECT 1 FROM report_photo
      WHERE report_id = NEW.report_id
        AND photo_id = (SELECT redacts FROM photo WHERE id = NEW.photo_id)
    );
END;

-- Whoever blacked something out has seen what must not be shown: from then on the original is nobody's to publish.
CREATE TRIGGER report_photo_original_is_hidden AFTER INSERT ON report_photo
WHEN (SELECT redacts FROM photo WHERE id = NEW.photo_id) IS NOT NULL
BEGIN
  UPDATE report_photo SET is_public = 0 WHERE photo_id = (SELECT redacts FROM photo WHERE id = NEW.photo_id);
END;

CREATE TRIGGER report_photo_original_stays_hidden BEFORE UPDATE OF is_public ON report_photo WHEN NEW.is_public = 1
BEGIN
  SELECT RAISE (ABORT, 'a redacted photo is shown only as its copy')
  FROM photo JOIN report_photo AS copy ON copy.photo_id = photo.id
  WHERE photo.redacts = NEW.photo_id;
END;

CREATE TRIGGER report_photo_begins_hidden BEFORE INSERT ON report_photo WHEN NEW.is_public = 1
BEGIN
  SELECT RAISE (ABORT, 'a photo becomes public through a publication');
END;
