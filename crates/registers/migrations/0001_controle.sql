-- A question that could not be asked because its register was away. What was typed is sealed under the key of the zaak, and emptied
-- as soon as the outcome is known.
CREATE TABLE register_controle (
    id {{uuid}} PRIMARY KEY,
    organisatie TEXT NOT NULL,
    zaak {{uuid}} NOT NULL,
    register TEXT NOT NULL,
    doel TEXT NOT NULL,
    data_key {{uuid}} NOT NULL,
    vraag_sealed {{bytes}} NOT NULL,
    gemaakt_op {{ts}} NOT NULL,
    pogingen {{int}} NOT NULL,
    volgende_poging {{ts}} NOT NULL,
    uitkomst TEXT NOT NULL
) {{strict}};
CREATE INDEX register_controle_uitkomst ON register_controle (uitkomst, volgende_poging, id);
CREATE INDEX register_controle_zaak ON register_controle (zaak, id);
