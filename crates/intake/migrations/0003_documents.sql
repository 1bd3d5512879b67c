-- Which question a file answers, and whether it goes to the closed compartment of the zaak.
ALTER TABLE draft_file ADD COLUMN question TEXT NOT NULL DEFAULT 'fotos';
ALTER TABLE draft_file ADD COLUMN besloten {{bool}} NOT NULL DEFAULT FALSE;
