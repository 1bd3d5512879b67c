-- What a person is filling in: opened by the browser that began it, and by nobody else. The zaak that comes of it gets the same id and key.
CREATE TABLE draft (
    id {{uuid}} PRIMARY KEY,
    service TEXT NOT NULL,
    browser_hash {{bytes}} NOT NULL,
    data_key {{uuid}} NOT NULL,
    answers_sealed {{bytes}},
    changed_at {{ts}} NOT NULL
) {{strict}};
CREATE INDEX draft_changed ON draft (changed_at) WHERE answers_sealed IS NOT NULL;

-- `status` is that of the document it will be: `in_bewerking` as long as it waits for the virus scanner, then `definitief`.
CREATE TABLE draft_file (
    id {{uuid}} PRIMARY KEY,
    draft {{uuid}} NOT NULL REFERENCES draft (id),
    titel TEXT NOT NULL,
    formaat TEXT NOT NULL,
    bestandsomvang {{int}} NOT NULL,
    bestand TEXT NOT NULL,
    status TEXT NOT NULL
) {{strict}};
CREATE INDEX draft_file_draft ON draft_file (draft, id);
CREATE INDEX draft_file_waiting ON draft_file (id) WHERE status = 'in_bewerking';

-- Exactly what was sent, sealed under the key of the zaak: the receipt and its PDF are made of it.
CREATE TABLE submission (
    zaak {{uuid}} PRIMARY KEY,
    copy_sealed {{bytes}} NOT NULL
) {{strict}};
