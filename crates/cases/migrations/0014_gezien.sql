-- A signal is ticked off by a note about it: of who handles it, with or without words. That stays with the organisation where it was written, so
-- where the zaak is sent on to the signal is new.
ALTER TABLE zaak_notitie ADD COLUMN signaal {{uuid}} REFERENCES zaak_notitie (id);
CREATE INDEX zaak_notitie_signaal ON zaak_notitie (signaal);
-- A signal that who advises must not miss either. Of what was written before nobody knows.
ALTER TABLE zaak_notitie ADD COLUMN voor_adviseur {{bool}} NOT NULL DEFAULT FALSE;
