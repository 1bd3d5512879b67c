-- Whoever is named in what another sent is told so at once, however much else was done with her data.
CREATE INDEX journal_line_genoemd ON journal_line (data_subject, id) WHERE action = 'genoemd-in-zaak';
