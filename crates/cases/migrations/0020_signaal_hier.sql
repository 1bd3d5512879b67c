-- A signal about the organisation that has the zaak: that the applicant has another one there, that the place lies outside its area. It tells another
-- organisation what is not of its concern, so it stays where the zaak was. Of what was written before nobody knows.
ALTER TABLE zaak_notitie ADD COLUMN alleen_hier {{bool}} NOT NULL DEFAULT FALSE;
