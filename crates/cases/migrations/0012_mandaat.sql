-- In whose name is decided (Awb 10:10): the organ in both languages, whole when nothing need be said of whose it is, and who may decide for it. What
-- was published before said it in one Dutch sentence.
ALTER TABLE besluittype ADD COLUMN bestuursorgaan_en TEXT;
ALTER TABLE besluittype ADD COLUMN bestuursorgaan_voluit {{bool}} NOT NULL DEFAULT TRUE;
ALTER TABLE besluittype ADD COLUMN mandaat_aan TEXT;
ALTER TABLE besluittype ADD COLUMN mandaat_grondslag TEXT;
-- Who decided, as it was on that day.
ALTER TABLE besluit ADD COLUMN mandaat_aan TEXT;
ALTER TABLE besluit ADD COLUMN mandaat_grondslag TEXT;
