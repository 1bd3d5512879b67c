-- The first day on which a question may be destroyed: set when it is answered or closed, empty while the organisation must move. What was
-- answered before this column is dated by the first round of the worker.
ALTER TABLE vraag ADD COLUMN archiefactiedatum {{date}};
CREATE INDEX vraag_due ON vraag (organisatie, archiefactiedatum) WHERE archiefactiedatum IS NOT NULL;
