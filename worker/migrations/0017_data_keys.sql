-- Which contacts are encrypted with a key that is not the present one: two ranges of this index.
CREATE INDEX report_contact_key ON report (substr(contact_sealed, 1, instr(contact_sealed, '.') - 1), id)
  WHERE contact_sealed IS NOT NULL;
