-- About whom a line is: what the organisation of the line calls that person or company (`Party::id`), so that she can see who looked.
-- Logboek Dataverwerkingen calls it `dpl.core.data_subject_id`. Part of the hash of a line that has it.
ALTER TABLE journal_line ADD COLUMN data_subject {{uuid}};
CREATE INDEX journal_line_data_subject ON journal_line (data_subject, id) WHERE data_subject IS NOT NULL;
