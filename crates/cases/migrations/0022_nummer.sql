-- A zaak is found by its number, also where it was sent on from. By the day on which it began nobody looks: of that index only its
-- organisation was used, for want of this one.
CREATE INDEX zaak_identificatie ON zaak (identificatie);
DROP INDEX zaak_organisatie_startdatum;
