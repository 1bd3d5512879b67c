-- Does silence mean yes (Dienstenwet 28)? No organisation had said so in what was published before.
ALTER TABLE zaaktype ADD COLUMN lex_silencio {{bool}} NOT NULL DEFAULT FALSE;
-- Where it does not, nothing is granted by law.
DELETE FROM resultaattype WHERE omschrijving = 'Van rechtswege verleend' AND id NOT IN (SELECT resultaattype FROM resultaat);

-- What a message of the organisation is about, where that is more than a message: `besluit`.
ALTER TABLE zaak_bericht ADD COLUMN onderwerp TEXT;
