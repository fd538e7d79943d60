-- Where a list of everything begins to be new: asked by every open inbox twice a minute.
CREATE INDEX report_by_created ON report (created_at, id);
