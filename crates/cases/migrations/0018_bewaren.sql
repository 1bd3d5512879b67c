-- From when the term of keeping runs (RGBZ and VNG Catalogi 1.3: `brondatumArchiefprocedure.afleidingswijze`): from the end of the zaak, or from the day on
-- which the decision no longer holds. Until that day is known such a zaak is not destroyed.
ALTER TABLE resultaattype ADD COLUMN afleidingswijze TEXT NOT NULL DEFAULT 'afgehandeld';
