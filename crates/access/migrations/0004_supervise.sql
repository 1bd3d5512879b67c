-- Who supervises an organisation reads its part of the journal, the newest first.
CREATE INDEX journal_line_organisation ON journal_line (organisation, id);
